using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

sealed class AccessTokenEvents(RevokedTokens revoked, TokenKeys keys) : JwtBearerEvents
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

    /// <summary>Who cannot tell a good token from a bad one must not say that it is bad: its owner would be signed out.</summary>
    public override Task Challenge(JwtBearerChallengeContext context)
    {
        if (!keys.IsEmpty || context.AuthenticateFailure is not SecurityTokenSignatureKeyNotFoundException)
            return Task.CompletedTask;
        context.HandleResponse();
        context.Response.Headers.RetryAfter = "10";
        const string Why = "Who is calling cannot be told yet. Please try again in a moment.";
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, "unavailable", Why).ExecuteAsync(context.HttpContext);
    }
}
