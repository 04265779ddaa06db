using Helpdesk.Api.Operations;

namespace Helpdesk.Operations.Failures;

static class FailureMapping
{
    public static FailureResponse ToResponse(this Failure x) => new(
        x.Id, x.Service, ConsumerOf(x.Service, x.Queue), x.MessageType is { } type ? MessageFacts.ToWords(type) : "Unknown",
        ErrorText.Of(x.ExceptionType), x.ExceptionType, x.TicketId, x.TicketNumber, x.FirstFailedAt, x.LastFailedAt, x.Times,
        x.State, x.TraceId, [.. x.Actions.OrderBy(y => y.At).Select(y => new FailureActionResponse(y.What, y.At, y.ByName))]);

    /// <summary>The queue's name is the consumer's, after the service's.</summary>
    public static string ConsumerOf(string service, string queue) =>
        MessageFacts.ToWords(queue.StartsWith(service + "-", StringComparison.Ordinal) ? queue[(service.Length + 1)..] : queue);
}
