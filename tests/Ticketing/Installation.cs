using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

sealed class Installation() : ReplicatedInstallation<Installation, Replica, TicketingDbContext>("ticketing")
{
    public override IEnumerable<(string Key, string Value)> Settings =>
        [.. base.Settings, ("Links:Portal", "https://help.andina.example"), ("Messaging:PollInterval", "00:00:00.200")];

    protected override Replica Replica((string Key, string Value)[] settings) => new(this, settings);
}
