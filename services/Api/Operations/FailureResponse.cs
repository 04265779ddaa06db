namespace Helpdesk.Api.Operations;

/// <summary>A message that a service could not deal with, without anything that it says.</summary>
/// <param name="Id">The failure.</param>
/// <param name="Service">Whose consumer failed.</param>
/// <param name="Consumer">What it was to do, in words.</param>
/// <param name="Message">What the message tells, in words.</param>
/// <param name="Why">In a sentence.</param>
/// <param name="Exception">Name of the exception's type; null when nobody there takes such messages.</param>
/// <param name="TicketId">The ticket it is about; null when about none.</param>
/// <param name="Number">That ticket's number; null when the message does not say it.</param>
/// <param name="FirstFailedAt">When it failed first (UTC).</param>
/// <param name="LastFailedAt">When it failed last (UTC).</param>
/// <param name="Times">How often it failed, each time after the consumer's own attempts.</param>
/// <param name="State">What becomes of it.</param>
/// <param name="TraceId">Finds it in the traces; null when it is not known.</param>
/// <param name="Actions">What was done about it, the latest last.</param>
public sealed record FailureResponse(
    Guid Id, string Service, string Consumer, string Message, string Why, string? Exception, Guid? TicketId, string? Number,
    DateTimeOffset FirstFailedAt, DateTimeOffset LastFailedAt, int Times, FailureState State, string? TraceId,
    IReadOnlyList<FailureActionResponse> Actions);

/// <summary>Who did what about a message that failed.</summary>
/// <param name="What">What was done.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Name of who did it.</param>
public sealed record FailureActionResponse(FailureStep What, DateTimeOffset At, string By);
