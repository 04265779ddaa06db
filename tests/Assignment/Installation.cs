using Helpdesk.Fixtures;

namespace Helpdesk.Assignment.Tests;

/// <summary>Assignment, and what it publishes.</summary>
sealed class Installation() : ReplicatedInstallation<Installation, Replica, AssignmentDbContext>("assignment")
{
    public PublishedEvents Events { get; private set; } = null!;

    public override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        Events = await PublishedEvents.OpenAsync(Broker);
    }

    protected override Replica Replica((string Key, string Value)[] settings) => new(this, settings);

    public override async ValueTask DisposeAsync()
    {
        // First, for the virtual host goes soon after the replicas.
        await Events.DisposeAsync();
        await base.DisposeAsync();
    }
}
