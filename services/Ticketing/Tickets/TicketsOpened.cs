using System.Diagnostics.Metrics;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Counts the tickets that were opened, by the way they came.</summary>
static class TicketsOpened
{
    static readonly Counter<long> Counter = new Meter("Helpdesk.Ticketing").CreateCounter<long>("helpdesk.tickets.opened", "{ticket}", "Tickets opened");

    /// <param name="channel">anonymous, account, staff or follow-up.</param>
    public static void Count(string channel) => Counter.Add(1, new KeyValuePair<string, object?>("channel", channel));
}
