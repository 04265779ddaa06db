using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Authentication;

static class AuthenticationSetup
{
    public static void AddHelpdeskAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<IServiceProvider>((options, host) =>
        {
            var keys = host.GetRequiredService<TokenKeys>();
            options.TokenHandlers.Clear();
            options.TokenHandlers.Add(new AccessTokenHandler(host.GetService<TokenKeyFetcher>()));
            options.TokenValidationParameters = AccessToken.Rules(keys, host.GetRequiredService<TimeProvider>());
            options.EventsType = typeof(AccessTokenEvents);
            // Why a token is refused is said to its owner in words, and to nobody else.
            (options.SaveToken, options.IncludeErrorDetails) = (false, false);
        });
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<TokenKeys>();
        services.AddSingleton<RevokedTokens>();
        services.AddSingleton<AccessTokenEvents>();
        services.AddSingleton<ValueProtector>();
        services.AddSingleton<ForwardingKey>();
    }
}
