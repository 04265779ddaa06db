using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Gives a host that authenticates callers the public keys of Identity.</summary>
public static class TokenKeySetup
{
    const string Setting = "TokenKeys:Folder";

    /// <summary>Adds the table of stored keys to a service's model. The context must name columns in snake case.</summary>
    /// <param name="model">The model under construction.</param>
    public static ModelBuilder AddTokenKeys(this ModelBuilder model) => model.Entity<StoredTokenKeys>(keys =>
    {
        keys.ToTable("token_keys", x => x.HasCheckConstraint("ck_token_keys_one", "id = 1"));
        keys.Property(x => x.Id).ValueGeneratedNever();
    });

    /// <summary>Fetches the keys and stores them in the service's database.</summary>
    /// <param name="services">The host's services.</param>
    /// <typeparam name="TContext">The service's context, with <see cref="AddTokenKeys(ModelBuilder)"/> in its model.</typeparam>
    public static IServiceCollection AddTokenKeys<TContext>(this IServiceCollection services) where TContext : DbContext
    {
        services.AddSingleton<ITokenKeyStore, TokenKeyTable<TContext>>();
        services.AddFetcher();
        return services;
    }

    /// <summary>Fetches the keys and stores them in the folder <c>TokenKeys:Folder</c>, to which no other host may write.</summary>
    /// <param name="builder">A host without a database.</param>
    /// <exception cref="InvalidOperationException"><c>TokenKeys:Folder</c> names no folder.</exception>
    public static void AddTokenKeys(this WebApplicationBuilder builder)
    {
        if (builder.Configuration[Setting] is not { Length: > 0 } folder)
            throw new InvalidOperationException($"{Setting} must name a folder of this host's own, for the public keys of Identity.");
        builder.Services.AddSingleton<ITokenKeyStore>(new TokenKeyFile(folder));
        builder.Services.AddFetcher();
    }

    static void AddFetcher(this IServiceCollection services)
    {
        services.AddSingleton<TokenKeyFetcher>();
        services.AddHostedService(x => x.GetRequiredService<TokenKeyFetcher>());
        services.AddHttpClient(TokenKeyFetcher.Client, http =>
        {
            http.Timeout = TimeSpan.FromSeconds(3);
            http.MaxResponseContentBufferSize = TokenKeyFetcher.MaxResponseSize;
        }).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    }
}
