using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Sagas;

/// <summary>Makes <c>AddSagaStateMachine</c> store sagas in the service's database.</summary>
sealed class SagaRepositoryProvider<TContext> : ISagaRepositoryRegistrationProvider where TContext : DbContext
{
    public void Configure<TSaga>(ISagaRegistrationConfigurator<TSaga> configurator)
        where TSaga : class, ISaga => configurator.Repository(x =>
    {
        x.RegisterLoadSagaRepository<TSaga, SagaContextFactory<TContext, TSaga>>();
        x.RegisterQuerySagaRepository<TSaga, SagaContextFactory<TContext, TSaga>>();
        x.RegisterSagaRepository<TSaga, TContext, SagaConsumeContextFactory<TContext, TSaga>, SagaContextFactory<TContext, TSaga>>();
    });
}
