using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Failures;

/// <summary>A message that failed, without anything that it says.</summary>
/// <param name="Service">Whose consumer failed.</param>
/// <param name="Consumer">What it was to do, in words.</param>
/// <param name="Message">What the message tells, in words.</param>
/// <param name="Why">In a sentence.</param>
/// <param name="Exception">Name of the exception's type; null when nobody there takes such messages.</param>
/// <param name="TicketId">The ticket it is about; null when about none.</param>
/// <param name="Number">That ticket's number; null when the message does not say it.</param>
/// <param name="Times">How often it failed, each time after the consumer's own attempts.</param>
/// <param name="TraceId">Finds it in the traces; null when it is not known.</param>
/// <param name="Actions">What was done about it, the latest last.</param>
public sealed record FailureAnswer(
    Guid Id, string Service, string Consumer, string Message, string Why, string? Exception, Guid? TicketId, string? Number,
    DateTimeOffset FirstFailedAt, DateTimeOffset LastFailedAt, int Times, FailureState State, string? TraceId,
    IReadOnlyList<FailureAnswer.Action> Actions)
{
    /// <summary>Who did what about it.</summary>
    /// <param name="What">What was done.</param>
    /// <param name="By">Name of who did it.</param>
    public sealed record Action(FailureStep What, DateTimeOffset At, string By);

    internal static async Task<FailureAnswer?> ReadAsync(OperationsDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.Failures.AsNoTracking().Include(x => x.Actions).SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is { } failure
            ? Of(failure)
            : null;

    internal static FailureAnswer Of(Failure failure) => new(
        failure.Id, failure.Service, InWords(failure.Service, failure.Queue),
        failure.MessageType is { } type ? ReadMessage.InWords(type) : "Unknown", Cause.InWords(failure.ExceptionType),
        failure.ExceptionType, failure.TicketId, failure.TicketNumber, failure.FirstFailedAt, failure.LastFailedAt, failure.Times,
        failure.State, failure.TraceId,
        [.. failure.Actions.OrderBy(x => x.At).Select(x => new Action(x.What, x.At, x.ByName))]);

    /// <summary>The queue's name is the consumer's, after the service's.</summary>
    internal static string InWords(string service, string queue) =>
        ReadMessage.InWords(queue.StartsWith(service + "-", StringComparison.Ordinal) ? queue[(service.Length + 1)..] : queue);
}
