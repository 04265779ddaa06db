using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Quotas;

/// <summary>The table in which a service counts all its quotas.</summary>
public static class QuotaSetup
{
    /// <summary>Adds the table to a service's model. The context must name columns in snake case.</summary>
    /// <param name="model">The model under construction.</param>
    public static void AddQuotas(this ModelBuilder model) => model.Entity<QuotaCount>(count =>
    {
        count.ToTable("quota");
        count.HasKey(x => x.Key);
        count.HasIndex(x => x.ResetsAt);
    });

    /// <summary>Deletes counts whose window is over.</summary>
    /// <param name="services">The host's services.</param>
    public static void AddQuotas<TContext>(this IServiceCollection services) where TContext : DbContext =>
        services.AddPeriodicCleanup<TContext>("Counts of past windows", TimeSpan.FromMinutes(10), (db, now, cancellationToken) =>
            db.Set<QuotaCount>().Where(x => x.ResetsAt <= now)
                .OrderBy(x => x.ResetsAt).Take(PeriodicCleanup.BatchSize).ExecuteDeleteAsync(cancellationToken));
}
