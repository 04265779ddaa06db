using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>One fact of a ticket's history.</summary>
/// <param name="Version">The ticket's version after it: its place in the history.</param>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ActorKind">In which role it was done.</param>
/// <param name="ActorName">By whom.</param>
/// <param name="Details">What else there is to say, by stable names.</param>
public sealed record TimelineEntryResponse(
    long Version, DateTimeOffset At, TimelineKind Kind, ActorKind ActorKind, string ActorName, IReadOnlyDictionary<string, string> Details);
