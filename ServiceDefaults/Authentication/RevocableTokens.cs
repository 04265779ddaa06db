using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Refuses a token that was revoked; its signature would keep it good until it ends by itself.</summary>
sealed class RevocableTokens(RevokedTokens revoked) : JwtBearerEvents
{
    static readonly object Ended = new();

    public static bool HasEnded(HttpContext context) => context.Items.ContainsKey(Ended);

    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (!revoked.Contain(context.Principal!))
            return Task.CompletedTask;
        context.HttpContext.Items[Ended] = true;
        context.Fail("The token was revoked.");
        return Task.CompletedTask;
    }
}
