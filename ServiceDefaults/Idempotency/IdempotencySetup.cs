using Helpdesk.ServiceDefaults.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>Requests that create something and may be repeated without doing it twice.</summary>
public static class IdempotencySetup
{
    /// <summary>Adds the table of kept answers to a service's model; its endpoints can then be marked.</summary>
    /// <param name="model">The model under construction.</param>
    public static void AddIdempotencyKeys(this ModelBuilder model) => model.Entity<IdempotentResponse>(answer =>
    {
        answer.ToTable("kept_answer");
        answer.HasKey(x => x.Key);
        answer.Property(x => x.ProtectedBody).HasColumnName("sealed_body");
        answer.Property(x => x.ExpiresAt).HasColumnName("forget_at");
        answer.HasIndex(x => x.ExpiresAt);
    });

    /// <summary>Forgets kept answers after their day.</summary>
    /// <param name="services">The host's services.</param>
    public static void AddIdempotencyKeys<TContext>(this IServiceCollection services) where TContext : DbContext =>
        services.AddPeriodicCleanup<TContext>("Kept answers", TimeSpan.FromMinutes(10), (db, now, cancellationToken) => db.Set<IdempotentResponse>()
            .Where(x => db.Set<IdempotentResponse>().Where(y => y.ExpiresAt <= now).OrderBy(y => y.ExpiresAt).Select(y => y.Key).Take(PeriodicCleanup.BatchSize).Contains(x.Key))
            .ExecuteDeleteAsync(cancellationToken));

    /// <summary>
    /// Honours the header <c>Idempotency-Key</c>: for a day, the same key with the same body gets the first answer again
    /// (with <c>Idempotency-Replayed: true</c>), and with another body 422. A refused request, which did nothing, may be sent
    /// again corrected. The handler must save what it does through the service's DbContext.
    /// </summary>
    /// <param name="endpoint">What creates something.</param>
    public static TBuilder WithIdempotencyKey<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new IdempotencyKeyMetadata());
}

/// <summary>Marks an endpoint; the description of the API shows the header for it.</summary>
sealed class IdempotencyKeyMetadata;
