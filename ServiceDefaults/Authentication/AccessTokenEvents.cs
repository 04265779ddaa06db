using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

sealed class AccessTokenEvents(RevokedTokens revoked, TokenKeys keys) : JwtBearerEvents
{
    static readonly object Ended = new();

    /// <summary>Whether the request came with a token that was revoked.</summary>
    public static bool HasEnded(HttpContext context) => context.Items.ContainsKey(Ended);

    /// <summary>Refuses what a good signature alone would accept: a token with critical extensions, and one that was revoked.</summary>
    public override Task TokenValidated(TokenValidatedContext context)
    {
        // RFC 7515, 4.1.11: whoever understands none of the extensions that a token calls critical must refuse it.
        if (context.SecurityToken is JsonWebToken token && token.TryGetHeaderValue<object>("crit", out _))
        {
            context.Fail("The token has critical extensions.");
        }
        else if (revoked.Contain(context.Principal!))
        {
            context.HttpContext.Items[Ended] = true;
            context.Fail("The token was revoked.");
        }

        return Task.CompletedTask;
    }

    /// <summary>A host without keys must not call a token bad: that would sign its owner out.</summary>
    public override Task Challenge(JwtBearerChallengeContext context)
    {
        if (!keys.IsEmpty || context.AuthenticateFailure is not SecurityTokenSignatureKeyNotFoundException)
            return Task.CompletedTask;
        context.HandleResponse();
        context.Response.Headers.RetryAfter = "10";
        const string Why = "Who is calling cannot be told yet. Please try again in a moment.";
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, ProblemTypes.Unavailable, Why).ExecuteAsync(context.HttpContext);
    }
}
