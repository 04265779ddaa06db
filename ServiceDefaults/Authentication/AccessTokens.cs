using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Issues the bearer tokens that every host reads with the shared keys, without asking Identity.</summary>
/// <param name="options">Holds the protector that the hosts share.</param>
/// <param name="time">The clock.</param>
public sealed class AccessTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider time)
{
    /// <summary>An access token for these claims.</summary>
    /// <param name="claims">See <see cref="Claims"/>.</param>
    /// <param name="lifetime">How long it is accepted.</param>
    public string Issue(IEnumerable<Claim> claims, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        var identity = new ClaimsIdentity([.. claims, new(Claims.IssuedAt, now.ToString("O", CultureInfo.InvariantCulture))], BearerTokenDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + lifetime };
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), properties, BearerTokenDefaults.AuthenticationScheme);
        return options.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Protect(ticket);
    }

    /// <summary>The claims of a token of ours, also of one that has ended; null for anything else.</summary>
    /// <param name="token">The token, without the word before it.</param>
    public ClaimsPrincipal? Read(string token) =>
        options.Get(BearerTokenDefaults.AuthenticationScheme).BearerTokenProtector.Unprotect(token)?.Principal;
}
