using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Timers;

/// <summary>When each timer of a ticket is due by its facts; null where none is.</summary>
sealed record DueTimes(DateTimeOffset Now, DateTimeOffset? WarnsAt, DateTimeOffset? ClosesAt, DateTimeOffset? PurgesAt)
{
    public static DueTimes Of(Ticket? ticket, Policy policy, DateTimeOffset now) => ticket is null
        ? new(now, null, null, null)
        : new(now, ticket.WarnsAt(policy), ticket.ClosesAt(policy), ticket.PurgesAt(policy));

    public bool None => this is (_, null, null, null);

    /// <summary>From now until then. MassTransit measures times of the day by the machine's own clock, a span by ours.</summary>
    public TimeSpan Until(DateTimeOffset? due) => due > Now ? due.Value - Now : TimeSpan.Zero;
}
