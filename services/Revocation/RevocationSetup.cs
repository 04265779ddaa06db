using Helpdesk.ServiceDefaults.Database;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Revocation;

/// <summary>Makes a service refuse tokens that Identity revoked, in two calls: one for its messages, one for its model.</summary>
public static class RevocationSetup
{
    /// <summary>
    /// Consumes revocations and refuses revoked tokens with a 401 of the type <c>session-ended</c>. Call it where the consumers are added.
    /// </summary>
    /// <param name="bus">Registers the service's consumers.</param>
    /// <typeparam name="TContext">The service's context, with <see cref="AddRevokedAccess(ModelBuilder)"/> in its model.</typeparam>
    public static void AddRevokedAccess<TContext>(this IBusRegistrationConfigurator bus) where TContext : DbContext
    {
        bus.AddConsumer<RecordRevokedAccess<TContext>>();
        bus.AddHostedService<RevokedAccessRefresher<TContext>>();
        bus.AddPeriodicCleanup<TContext>("Revocations of expired tokens", TimeSpan.FromMinutes(1), DeleteExpiredAsync<TContext>);
    }

    /// <summary>Adds the table <c>revoked_access</c> to the model of a service.</summary>
    /// <param name="modelBuilder">The model under construction.</param>
    public static ModelBuilder AddRevokedAccess(this ModelBuilder modelBuilder) => modelBuilder.Entity<RevokedAccess>(revoked =>
    {
        revoked.ToTable("revoked_access").HasKey(x => new { x.AccountId, x.SessionId });
        revoked.HasIndex(x => x.HeardAt);
        revoked.HasIndex(x => x.Until);
    });

    static Task<int> DeleteExpiredAsync<TContext>(TContext db, DateTimeOffset now, CancellationToken cancellationToken)
        where TContext : DbContext =>
        db.Set<RevokedAccess>().Where(x => x.Until <= now)
            .OrderBy(x => x.Until).Take(PeriodicCleanup.BatchSize).ExecuteDeleteAsync(cancellationToken);
}
