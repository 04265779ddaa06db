using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

/// <summary>One fact in the history of a ticket: who did what, when. Written once, never changed.</summary>
sealed class TimelineEntry
{
    public required Guid TicketId { get; init; }
    /// <summary>The ticket's version after the fact: its place in the history.</summary>
    public required long Version { get; init; }
    /// <summary>The same among the facts of which the customer may know; null when this is none of them.</summary>
    public required long? CustomerVersion { get; init; }
    public required DateTimeOffset At { get; init; }
    public required TimelineKind Kind { get; init; }
    public required ActorKind ActorKind { get; init; }
    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    /// <summary>What else there is to say, by stable names.</summary>
    public required Dictionary<string, string> Details { get; init; }
}
