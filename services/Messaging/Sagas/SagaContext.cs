using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Sagas;

/// <summary>MassTransit's saga operations on EF Core.</summary>
sealed class SagaContext<TContext, TSaga, T>(
    TContext db, ConsumeContext<T> context, ISagaConsumeContextFactory<TContext, TSaga> consumeContexts)
    : ConsumeContextScope<T>(context, db), SagaRepositoryContext<TSaga, T>
    where TContext : DbContext where TSaga : class, ISaga where T : class
{
    readonly ConsumeContext<T> _context = context;

    public Task<SagaConsumeContext<TSaga, TMessage>> CreateSagaConsumeContext<TMessage>(
        ConsumeContext<TMessage> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where TMessage : class => consumeContexts.CreateSagaConsumeContext(db, consumeContext, instance, mode);

    public Task<SagaConsumeContext<TSaga, T>> Add(TSaga instance) =>
        CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Add);

    public async Task<SagaConsumeContext<TSaga, T>> Insert(TSaga instance)
    {
        if (await db.Set<TSaga>().AnyAsync(x => x.CorrelationId == instance.CorrelationId, CancellationToken))
            return null!;
        db.Add(instance);
        await db.SaveChangesAsync(CancellationToken);
        return await CreateSagaConsumeContext(_context, instance, SagaConsumeContextMode.Insert);
    }

    public async Task<SagaConsumeContext<TSaga, T>> Load(Guid correlationId) =>
        await db.Set<TSaga>().AsTracking().SingleOrDefaultAsync(x => x.CorrelationId == correlationId, CancellationToken) is { } saga
            ? await CreateSagaConsumeContext(_context, saga, SagaConsumeContextMode.Load)
            : null!;

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        db.Add(context.Saga);
        return db.SaveChangesAsync(CancellationToken);
    }

    public Task Update(SagaConsumeContext<TSaga> context) => db.SaveChangesAsync(CancellationToken);

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        db.Remove(context.Saga);
        return db.SaveChangesAsync(CancellationToken);
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        db.Entry(context.Saga).State = EntityState.Unchanged;
        return Task.CompletedTask;
    }
}
