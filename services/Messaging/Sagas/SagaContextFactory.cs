using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Sagas;

/// <summary>
/// Loads and saves sagas in the outbox's transaction. An advisory lock on the saga's id serializes its events even before the row exists,
/// which neither a row lock nor a row version can do: two first events would violate the key.
/// </summary>
sealed class SagaContextFactory<TContext, TSaga>(TContext db, ISagaConsumeContextFactory<TContext, TSaga> consumeContexts)
    : ISagaRepositoryContextFactory<TSaga>, IQuerySagaRepositoryContextFactory<TSaga>, ILoadSagaRepositoryContextFactory<TSaga>
    where TContext : DbContext where TSaga : class, ISaga
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next) where T : class => InTransaction(async () =>
    {
        var id = context.CorrelationId ?? throw new SagaException("A saga is found by its correlation id.", typeof(TSaga), typeof(T));
        await Lock(id, context.CancellationToken);
        await next.Send(new SagaContext<TContext, TSaga, T>(db, context, consumeContexts));
    }, context.CancellationToken);

    public Task SendQuery<T>(
        ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class => InTransaction(async () =>
    {
        var found = await db.Set<TSaga>().Where(query.FilterExpression).Select(x => x.CorrelationId).ToListAsync(context.CancellationToken);
        // Always in the same order: otherwise two queries could deadlock.
        foreach (var id in found.Order())
            await Lock(id, context.CancellationToken);
        var sagas = await db.Set<TSaga>().AsTracking().Where(x => found.Contains(x.CorrelationId)).ToListAsync(context.CancellationToken);
        var loaded = new SagaContext<TContext, TSaga, T>(db, context, consumeContexts);
        await next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(loaded, sagas));
    }, context.CancellationToken);

    public Task<T> Execute<T>(Func<QuerySagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken)
        where T : class => asyncMethod(new SagaReader<TContext, TSaga>(db, cancellationToken));

    public Task<T> Execute<T>(Func<LoadSagaRepositoryContext<TSaga>, Task<T>> asyncMethod, CancellationToken cancellationToken)
        where T : class => asyncMethod(new SagaReader<TContext, TSaga>(db, cancellationToken));

    public void Probe(ProbeContext context) => context.Add("persistence", "postgresql");

    Task<int> Lock(Guid correlationId, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"SELECT pg_advisory_xact_lock(hashtextextended({typeof(TSaga).Name + correlationId}, 0))", cancellationToken);

    async Task InTransaction(Func<Task> work, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            await work();
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await work();
        await transaction.CommitAsync(cancellationToken);
    }
}
