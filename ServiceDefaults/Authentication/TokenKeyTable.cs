using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Stores the keys in the service's own database.</summary>
sealed class TokenKeyTable<TContext>(IServiceScopeFactory scopes) : ITokenKeyStore where TContext : DbContext
{
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = scope.ServiceProvider.GetRequiredService<TContext>().Set<StoredTokenKeys>();
        return await rows.Select(x => x.Jwks).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task StoreAsync(string jwks, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TContext>().Database.ExecuteSqlAsync($"""
            insert into token_keys (id, jwks) values (1, {jwks}) on conflict (id) do update set jwks = excluded.jwks
            """, cancellationToken);
    }
}

/// <summary>The public keys of Identity that the service last fetched: one row.</summary>
sealed class StoredTokenKeys
{
    public short Id { get; init; } = 1;
    public required string Jwks { get; init; }
}
