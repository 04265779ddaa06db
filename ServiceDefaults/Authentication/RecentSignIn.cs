using System.Globalization;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// Protects sensitive changes from stolen tokens and unattended browsers: they need a token whose owner entered the password within the
/// last minutes, at the sign-in or at <c>POST /api/sessions/current/confirmation</c>. A refresh does not count.
/// </summary>
public static class RecentSignIn
{
    /// <summary>How long entering the password counts as recent.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>When the caller last entered the password (UTC); null when the token does not say.</summary>
    /// <param name="principal">The caller.</param>
    public static DateTimeOffset? AuthenticatedAt(this ClaimsPrincipal principal)
    {
        var text = principal.FindFirstValue(Claims.AuthenticationTime);
        return uint.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>Whether the caller entered the password within <see cref="Lifetime"/>.</summary>
    /// <param name="principal">The caller.</param>
    /// <param name="now">The present moment (UTC).</param>
    public static bool SignedInRecently(this ClaimsPrincipal principal, DateTimeOffset now) =>
        principal.AuthenticatedAt() is { } at && now - at < Lifetime;

    /// <summary>403 with the type <c>password-required</c>.</summary>
    public static IResult Required => Problem.Of(
        StatusCodes.Status403Forbidden, ProblemTypes.PasswordRequired,
        "Give your password again: POST /api/sessions/current/confirmation answers with a token that may do this for five minutes.",
        new Dictionary<string, object?> { ["confirmation"] = "/api/sessions/current/confirmation" });

    /// <summary>Answers with <see cref="Required"/> unless the password was entered recently.</summary>
    /// <param name="endpoint">The endpoint.</param>
    public static TBuilder RequireRecentSignIn<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (context, next) =>
        {
            var time = context.HttpContext.RequestServices.GetRequiredService<TimeProvider>();
            return context.HttpContext.User.SignedInRecently(time.GetUtcNow()) ? await next(context) : Required;
        });
}
