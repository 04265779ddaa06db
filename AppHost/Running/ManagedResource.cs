using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>A process or container that is kept running, as it is at this moment.</summary>
sealed class ManagedResource(IResource resource, int level)
{
    readonly TaskCompletionSource _firstStart = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly TaskCompletionSource _firstHealthy = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IResource Resource => resource;

    public string Name => resource.Name;

    /// <summary>Higher than that of all it waits for.</summary>
    public int Level => level;

    /// <summary>The first endpoint's, as a person types it; empty when it listens nowhere.</summary>
    public string Address => resource is IResourceWithEndpoints listening
        ? listening.GetEndpoints().Where(x => x.IsAllocated)
            .Select(x => x.Scheme == "http" ? x.Url : $"{x.Host}:{x.Port}").FirstOrDefault("")
        : "";

    public string State { get; private set; } = "waiting";

    /// <summary>Its process or container, by the id that the kernel or the engine gave it; empty when none runs.</summary>
    public string InstanceId { get; private set; } = "";

    /// <summary>0 when no process of this machine is known.</summary>
    public int ProcessId => int.TryParse(InstanceId, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>The signal that asks it to stop in order.</summary>
    public string StopSignal => resource.Annotations.OfType<StopSignalAnnotation>().LastOrDefault()?.Signal ?? "TERM";

    /// <summary>Ends in a row.</summary>
    public int Failures { get; set; }

    public DateTimeOffset StartedAt { get; private set; }

    public Task FirstStart => _firstStart.Task;

    public Task FirstHealthy => _firstHealthy.Task;

    /// <summary>Whether its end has been seen, and nothing of a new life.</summary>
    public bool IsDown { get; private set; }

    /// <summary>It is being started.</summary>
    public void MarkStarting() => IsDown = false;

    /// <summary>A process that was not known before runs.</summary>
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

    /// <summary>It may have been so short that nobody saw its beginning.</summary>
    public void MarkEnded(string state)
    {
        (InstanceId, State, IsDown) = ("", state, true);
        _firstStart.TrySetResult();
    }
}
