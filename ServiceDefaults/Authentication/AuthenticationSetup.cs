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
            options.TokenValidationParameters = AccessToken.ValidationParameters(keys, host.GetRequiredService<TimeProvider>());
            options.EventsType = typeof(AccessTokenEvents);
            // Why a token was refused is for the problem details, not for a header.
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
