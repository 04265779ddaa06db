using System.Globalization;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// What must not be done with a stolen token, or in a browser that was left alone, asks for the password again: it needs a token whose
/// owner has given the password within the last minutes, at the sign-in or at <c>POST /api/sessions/current/confirmation</c>.
/// A refresh does not make it younger.
/// </summary>
public static class RecentSignIn
{
    /// <summary>How long a password that was given counts as given now.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>When the caller last gave the password (UTC); null for a token that does not say.</summary>
    /// <param name="principal">The caller.</param>
    public static DateTimeOffset? AuthenticatedAt(this ClaimsPrincipal principal)
    {
        var text = principal.FindFirstValue(Claims.AuthenticationTime);
        return uint.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>Whether the caller gave the password within <see cref="Lifetime"/>.</summary>
    /// <param name="principal">The caller.</param>
    /// <param name="now">The present moment (UTC).</param>
    public static bool SignedInRecently(this ClaimsPrincipal principal, DateTimeOffset now) =>
        principal.AuthenticatedAt() is { } at && now - at < Lifetime;

    /// <summary>The answer to who did not: 403 with the stable type <c>password-required</c>.</summary>
    public static IResult Required => Problem.Of(
        StatusCodes.Status403Forbidden, ProblemTypes.PasswordRequired,
        "Give your password again: POST /api/sessions/current/confirmation answers with a token that may do this for five minutes.",
        new Dictionary<string, object?> { ["confirmation"] = "/api/sessions/current/confirmation" });

    /// <summary>Refuses who did not, before the endpoint does anything.</summary>
    /// <param name="endpoint">What asks for it.</param>
    public static TBuilder RequireRecentSignIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var time = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
            return context.HttpContext.User.SignedInRecently(time.GetUtcNow()) ? await next(context) : Required;
        });
}
