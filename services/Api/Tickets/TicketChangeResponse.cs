using Helpdesk.Contracts;

namespace Helpdesk.Api.Tickets;

/// <summary>Something that happened since the caller looked; in <c>changes</c> of <see cref="ProblemTypes.ChangedMeanwhile"/>.</summary>
/// <param name="At">When it happened.</param>
/// <param name="Kind">What happened.</param>
/// <param name="ActorKind">In which role it was done.</param>
/// <param name="ActorName">By whom, as the reader may know.</param>
public sealed record TicketChangeResponse(DateTimeOffset At, TimelineKind Kind, ActorKind ActorKind, string ActorName);
