using Helpdesk.ServiceDefaults.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Idempotency;

/// <summary>Requests that may be repeated without doing anything twice.</summary>
public static class IdempotencySetup
{
    /// <summary>Adds the table of stored responses to a service's model; its endpoints can then be marked.</summary>
    /// <param name="model">The model under construction.</param>
    public static void AddIdempotencyKeys(this ModelBuilder model) => model.Entity<IdempotentResponse>(response =>
    {
        response.ToTable("idempotent_response");
        response.HasKey(x => x.Key);
        response.HasIndex(x => x.ExpiresAt);
    });

    /// <summary>Deletes stored responses after a day.</summary>
    /// <param name="services">The host's services.</param>
    public static void AddIdempotencyKeys<TContext>(this IServiceCollection services) where TContext : DbContext =>
        services.AddPeriodicCleanup<TContext>("Stored responses", TimeSpan.FromMinutes(10), (db, now, cancellationToken) =>
        {
            var expired = db.Set<IdempotentResponse>().Where(x => x.ExpiresAt <= now).OrderBy(x => x.ExpiresAt)
                .Select(x => x.Key).Take(PeriodicCleanup.BatchSize);
            return db.Set<IdempotentResponse>().Where(x => expired.Contains(x.Key)).ExecuteDeleteAsync(cancellationToken);
        });

    /// <summary>
    /// Honours the header <c>Idempotency-Key</c>: for a day, the same key with the same body gets the first response again (with
    /// <c>Idempotency-Replayed: true</c>), with another body 422. A request that was refused did nothing, and may be corrected and sent
    /// again. The handler must save through the service's DbContext.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    public static TBuilder WithIdempotencyKey<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new IdempotencyKeyMetadata());
}

/// <summary>Marks an endpoint that honours the header; the OpenAPI document shows it.</summary>
sealed class IdempotencyKeyMetadata;
