using System.Diagnostics.Metrics;

namespace Helpdesk.Ticketing.Opening;

/// <summary>Counts the tickets that were opened, by the way they came.</summary>
sealed class OpenedTicketMeter(IMeterFactory meters)
{
    readonly Counter<long> _opened = meters.Create("Helpdesk.Ticketing")
        .CreateCounter<long>("helpdesk.tickets.opened", "{ticket}", "Tickets opened");

    /// <param name="channel">anonymous, account, staff or follow-up.</param>
    public void Count(string channel) => _opened.Add(1, new KeyValuePair<string, object?>("channel", channel));
}
