using Helpdesk.Assignment.Assigning;

namespace Helpdesk.Assignment.Tests;

// What an earlier release left.
public sealed partial class Modes_of_an_area
{
    [Fact]
    public async Task F10_what_waited_before_an_upgrade_is_put_before_the_dispatchers_when_the_service_starts()
    {
        var (before, asked) = (SampleEvents.Ticket(_area), SampleEvents.Ticket(_area));
        await _service.WaitsAsync(before, WaitingReasons.NoAgents);
        await _service.WaitsAsync(asked, WaitingReasons.NoAgents);
        await AskedAsync(before);
        await AskedAsync(asked);
        // As an earlier release left it, which did not ask anybody.
        await _service.ExecuteAsync($"UPDATE ticket SET dispatchers_asked_at = NULL WHERE id = {before.Id}");
        await shared.RestartAsync(TimeSpan.FromMinutes(1));
        await AskedAsync(before, 2);
        await _service.TicketAsync(before.Id, x => x.DispatchersAskedAt is not null);
        AssertAskedOnce(asked);
    }
}
