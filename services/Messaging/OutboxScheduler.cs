using MassTransit;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>A timer is an outbox row that is due later; cancelling it deletes the row. Both happen in the caller's transaction.</summary>
sealed class OutboxScheduler(ISendEndpointProvider endpoints, DbContext db) : IScheduleMessageProvider
{
    public async Task<ScheduledMessage<T>> ScheduleSend<T>(
        Uri destinationAddress, DateTime scheduledTime, T message, IPipe<SendContext<T>> pipe, CancellationToken cancellationToken)
        where T : class
    {
        var token = ScheduleTokenIdCache<T>.GetTokenId(message);
        var endpoint = await endpoints.GetSendEndpoint(destinationAddress);
        await endpoint.Send(message, new ScheduleSendPipe<T>(pipe, scheduledTime) { ScheduledMessageId = token }, cancellationToken);
        return new ScheduledMessageHandle<T>(token, scheduledTime, destinationAddress, message);
    }

    public Task CancelScheduledSend(Uri destinationAddress, Guid tokenId, CancellationToken cancellationToken) =>
        CancelScheduledSend(tokenId, cancellationToken);

    public async Task CancelScheduledSend(Guid tokenId, CancellationToken cancellationToken)
    {
        var unsaved = db.Set<OutboxMessage>().Local
            .Where(x => x.SchedulingToken == tokenId && db.Entry(x).State == EntityState.Added).ToList();
        db.RemoveRange(unsaved);
        // A row that the dispatcher has locked is sent anyway; the saga's token then shows that the timer is stale.
        if (unsaved.Count == 0)
            await db.Set<OutboxMessage>().Where(x => x.SchedulingToken == tokenId).ExecuteDeleteAsync(cancellationToken);
    }
}
