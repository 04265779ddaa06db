using Helpdesk.Operations.Queues;
using Microsoft.EntityFrameworkCore;
using RabbitMQ.Client;

namespace Helpdesk.Operations.Failures;

/// <summary>
/// Takes what lies in an error queue into the database. A message leaves the broker only when the database has it; killed in between, it
/// comes once more and is known by its id and the moment of its failure.
/// </summary>
sealed class CollectFailures(ProtectedMessages messages, TimeProvider time)
{
    public async Task CollectAsync(
        IChannel channel, string errors, KnownQueue queue, OperationsDbContext db, CancellationToken cancellationToken)
    {
        while (await channel.BasicGetAsync(errors, autoAck: false, cancellationToken) is { } message)
        {
            await StoreAsync(message.BasicProperties, message.Body, queue, db, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
        }
    }

    Task<int> StoreAsync(
        IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, KnownQueue queue, OperationsDbContext db,
        CancellationToken cancellationToken)
    {
        var (ticket, number, type) = MessageFacts.Body(body.Span);
        var identity = MessageFacts.Identity(properties.MessageId, body.Span);
        var exception = MessageFacts.TypeName(Header("MT-Fault-ExceptionType"));
        if (exception is null && Header("MT-Reason") == "fault")
            exception = "UnknownException";
        var trace = MessageFacts.TraceId(Header("traceparent") ?? Header("MT-Activity-Id"));
        var failedAt = MessageFacts.Moment(Header("MT-Fault-Timestamp")) ?? time.GetUtcNow();
        var message = messages.Protect(properties, body.Span);
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO failure (
                id, service, queue, message_id, message_type, exception_type,
                ticket_id, ticket_number, trace_id, first_failed_at, last_failed_at, times, state, message)
            VALUES (
                {Guid.CreateVersion7()}, {queue.Service}, {queue.Name}, {identity}, {type}, {exception},
                {ticket}, {number}, {trace}, {failedAt}, {failedAt}, 1, 'Waiting', {message})
            ON CONFLICT (queue, message_id) DO UPDATE SET
                exception_type = excluded.exception_type, trace_id = excluded.trace_id, last_failed_at = excluded.last_failed_at,
                times = failure.times + 1, state = 'Waiting', settled_at = NULL, message = excluded.message
            WHERE failure.last_failed_at < excluded.last_failed_at
            """, cancellationToken);

        string? Header(string name) => ProtectedMessages.Text(properties, name);
    }
}
