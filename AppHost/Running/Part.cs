using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>A process or container that is kept running, as it is at this moment.</summary>
sealed class Part(IResource resource, int level)
{
    readonly TaskCompletionSource _firstStart = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _firstHealthy = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IResource Resource => resource;

    public string Name => resource.Name;

    /// <summary>Higher than that of all it waits for.</summary>
    public int Level => level;

    /// <summary>The first endpoint's, as a person types it; empty when it listens nowhere.</summary>
    public string Address => resource is IResourceWithEndpoints listening
        ? listening.GetEndpoints().Where(x => x.IsAllocated).Select(x => x.Scheme == "http" ? x.Url : $"{x.Host}:{x.Port}").FirstOrDefault("")
        : "";

    public string State { get; set; } = "waiting";

    /// <summary>0 when none runs.</summary>
    public int ProcessId { get; private set; }

    /// <summary>Whether this life of it has ended and the next has not begun.</summary>
    public bool IsDown { get; set; }

    /// <summary>Ends in a row.</summary>
    public int Failures { get; set; }

    public DateTimeOffset StartedAt { get; private set; }

    public Task FirstStart => _firstStart.Task;

    public Task FirstHealthy => _firstHealthy.Task;

    /// <summary>A process that was not known before runs.</summary>
    public void Begin(int processId, DateTimeOffset now)
    {
        (ProcessId, StartedAt, State, IsDown) = (processId, now, "starting", false);
        _firstStart.TrySetResult();
    }

    public void BecomeHealthy()
    {
        State = "running";
        _firstHealthy.TrySetResult();
    }

    public void End(string state) => (ProcessId, State, IsDown) = (0, state, true);
}
