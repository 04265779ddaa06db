using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Looks at each bearer token before the scheme does, for the scheme alone would accept it until it ends by itself.</summary>
sealed class RevocableTokens : BearerTokenEvents
{
    const string Scheme = "Bearer ";

    static readonly object Ended = new();

    public static bool HasEnded(HttpContext context) => context.Items.ContainsKey(Ended);

    public override Task MessageReceivedAsync(MessageReceivedContext context)
    {
        var header = context.Request.Headers[HeaderNames.Authorization].ToString();
        if (!header.StartsWith(Scheme, StringComparison.Ordinal))
            return Task.CompletedTask;
        var services = context.HttpContext.RequestServices;
        var ticket = context.Options.BearerTokenProtector.Unprotect(header[Scheme.Length..]);
        // Whatever else is wrong with a token is the scheme's to say.
        if (ticket?.Properties.ExpiresUtc is not { } expires || expires <= services.GetRequiredService<TimeProvider>().GetUtcNow())
            return Task.CompletedTask;

        if (services.GetRequiredService<RevokedTokens>().Contain(ticket.Principal))
        {
            context.HttpContext.Items[Ended] = true;
            context.Fail("The token was revoked.");
            return Task.CompletedTask;
        }

        (context.Principal, context.Properties) = (ticket.Principal, ticket.Properties);
        context.Success();
        return Task.CompletedTask;
    }
}
