using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Timers;

/// <summary>When each timer of a ticket is due by its facts; null where none is.</summary>
sealed record DueHours(DateTimeOffset? WarnsAt, DateTimeOffset? ClosesAt, DateTimeOffset? PurgesAt)
{
    public static DueHours Of(Ticket? ticket, ClosingOptions closing, RetentionOptions retention) => ticket is null
        ? new(null, null, null)
        : new(ticket.WarnsAt(closing), ticket.ClosesAt(closing), ticket.PurgesAt(retention));

    public bool None => this is (null, null, null);
}
