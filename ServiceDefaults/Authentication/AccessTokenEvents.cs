using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Authentication;

sealed class AccessTokenEvents(RevokedTokens revoked) : JwtBearerEvents
{
    static readonly object Ended = new();

    /// <summary>Whether the request came with a token that was revoked.</summary>
    public static bool HasEnded(HttpContext context) => context.Items.ContainsKey(Ended);

    /// <summary>Refuses a token that was revoked; its signature would keep it good until it ends by itself.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (!revoked.Contain(context.Principal!))
            return Task.CompletedTask;
        context.HttpContext.Items[Ended] = true;
        context.Fail("The token was revoked.");
        return Task.CompletedTask;
    }

    /// <summary>The handler takes any exception for a bad token.</summary>
    public override Task AuthenticationFailed(AuthenticationFailedContext context) =>
        context.Exception is BusyException busy ? Task.FromException(busy) : Task.CompletedTask;
}
