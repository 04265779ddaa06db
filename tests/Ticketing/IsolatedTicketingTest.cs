namespace Helpdesk.Ticketing.Tests;

/// <summary>
/// A desk for tests that stop the service, change what holds for the whole installation, or count all that is there: each has an
/// installation to itself.
/// </summary>
public abstract class IsolatedTicketingTest : TicketingTest
{
    private protected override Task<(Installation, Replica)> FindAsync() => Installation.RunningAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Installation.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
