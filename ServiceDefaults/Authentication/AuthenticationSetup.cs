using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Authentication;

static class AuthenticationSetup
{
    public static void AddHelpdeskAuthentication(this IServiceCollection services)
    {
        services.AddAuthentication(BearerTokenDefaults.AuthenticationScheme).AddBearerToken(x => x.EventsType = typeof(RevocableTokens));
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<AccessTokens>();
        services.AddSingleton<RevokedTokens>();
        services.AddSingleton<RevocableTokens>();
        services.AddSingleton<Seals>();
        services.AddSingleton<ForwardingKey>();
    }
}
