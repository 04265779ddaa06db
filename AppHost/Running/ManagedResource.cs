using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>The state of a process or container that is kept running.</summary>
sealed class ManagedResource(IResource resource, int level)
{
    readonly TaskCompletionSource _firstStart = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _firstHealthy = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IResource Resource => resource;

    public string Name => resource.Name;

    /// <summary>Higher than the level of everything it depends on.</summary>
    public int Level => level;

    /// <summary>The first endpoint, as people type it; empty without endpoints.</summary>
    public string Address => resource is IResourceWithEndpoints listening
        ? listening.GetEndpoints().Where(x => x.IsAllocated)
            .Select(x => x.Scheme == "http" ? x.Url : $"{x.Host}:{x.Port}").FirstOrDefault("")
        : "";

    public string State { get; private set; } = "waiting";

    /// <summary>Id of its process or container; empty when none runs.</summary>
    public string InstanceId { get; private set; } = "";

    /// <summary>0 when it is not a known local process.</summary>
    public int ProcessId => int.TryParse(InstanceId, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>The signal for a graceful stop.</summary>
    public string StopSignal => resource.Annotations.OfType<StopSignalAnnotation>().LastOrDefault()?.Signal ?? "TERM";

    /// <summary>Failures in a row.</summary>
    public int Failures { get; set; }

    public DateTimeOffset StartedAt { get; private set; }

    public Task FirstStart => _firstStart.Task;

    public Task FirstHealthy => _firstHealthy.Task;

    /// <summary>Whether it has ended and not been started again.</summary>
    public bool IsDown { get; private set; }

    /// <summary>It is starting.</summary>
    public void MarkStarting() => IsDown = false;

    /// <summary>A new process or container runs.</summary>
    public void MarkStarted(string instanceId, DateTimeOffset now)
    {
        (InstanceId, StartedAt, State) = (instanceId, now, "starting");
        _firstStart.TrySetResult();
    }

    public void MarkHealthy()
    {
        State = "running";
        _firstHealthy.TrySetResult();
    }

    /// <summary>It has ended, perhaps so soon that its start was not seen.</summary>
    public void MarkEnded(string state)
    {
        (InstanceId, State, IsDown) = ("", state, true);
        _firstStart.TrySetResult();
    }
}
