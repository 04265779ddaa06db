using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging;

/// <summary>MassTransit's outbox of one consumed message. The dispatcher delivers, so there is never anything to deliver here.</summary>
sealed class ConsumerOutbox<TContext, T>(ConsumeContext<T> context, OutboxConsumeOptions options, IServiceProvider services,
    TContext db, TimeProvider time, bool alreadyConsumed)
    : OutboxConsumeContextProxy<T>(context, options, services) where TContext : DbContext where T : class
{
    public override bool ContinueProcessing { get; set; }

    public override bool IsMessageConsumed => alreadyConsumed;

    public override bool IsOutboxDelivered => alreadyConsumed;

    public override int ReceiveCount => 1;

    public override long? LastSequenceNumber => null;

    public override Task SetConsumed() => db.SaveChangesAsync(CancellationToken);

    public override Task SetDelivered() => Task.CompletedTask;

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult(new List<OutboxMessageContext>());

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    public override Task RemoveOutboxMessages() => Task.CompletedTask;

    public override Task AddSend<TSend>(SendContext<TSend> context)
    {
        lock (db)
            db.Add(OutboxMessage.From(context, time.GetUtcNow()));
        return Task.CompletedTask;
    }
}
