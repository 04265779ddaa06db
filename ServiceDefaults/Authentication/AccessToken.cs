using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The access tokens of an installation: JWTs that Identity alone signs and every host validates by itself.</summary>
public static class AccessToken
{
    /// <summary>The claim <c>iss</c>.</summary>
    public const string Issuer = "helpdesk-identity";

    /// <summary>The claim <c>aud</c>.</summary>
    public const string Audience = "helpdesk";

    /// <summary>The header <c>typ</c> (RFC 9068): nothing else signed with the same keys passes as an access token.</summary>
    public const string Type = "at+jwt";

    /// <summary>The only accepted <c>alg</c>, whatever a token's header says.</summary>
    public const string Algorithm = SecurityAlgorithms.EcdsaSha256;

    /// <summary>Longer tokens are not even read; ours have less than a quarter of these characters.</summary>
    public const int MaxLength = 8192;

    /// <summary>
    /// The claims of a token without validation, for hosts that only pass it on to a service, which validates it; null when it is no token.
    /// </summary>
    /// <param name="token">The token, without the scheme.</param>
    public static ClaimsPrincipal? ReadUnchecked(string token)
    {
        try
        {
            var claims = new JsonWebToken(token).Claims;
            return new(new ClaimsIdentity(claims, JwtBearerDefaults.AuthenticationScheme, Claims.Name, Claims.Role));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    internal static TokenValidationParameters ValidationParameters(TokenKeys keys, TimeProvider time) => new()
    {
        ValidAlgorithms = [Algorithm],
        ValidTypes = [Type],
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        // By key id alone: a token's own key, or the address of one, is never used.
        IssuerSigningKeyResolver = (_, _, id, _) => keys.Find(id) is { } key ? [key] : [],
        TryAllIssuerSigningKeys = false,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until, time.GetUtcNow().UtcDateTime),
        NameClaimType = Claims.Name,
        RoleClaimType = Claims.Role,
    };

    static bool IsNow(DateTime? from, DateTime? until, DateTime now) => now < until && (from is null || from <= now);
}
