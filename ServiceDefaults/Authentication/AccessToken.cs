using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>What every access token of an installation is: a JWT that Identity alone signs, and that every host checks by itself.</summary>
public static class AccessToken
{
    /// <summary>The claim <c>iss</c>.</summary>
    public const string Issuer = "helpdesk-identity";

    /// <summary>The claim <c>aud</c>.</summary>
    public const string Audience = "helpdesk";

    /// <summary>The header <c>typ</c> (RFC 9068): nothing else that is signed with the same keys passes as an access token.</summary>
    public const string Type = "at+jwt";

    /// <summary>The header <c>alg</c>. No other is accepted, whatever a token says.</summary>
    public const string Algorithm = SecurityAlgorithms.EcdsaSha256;

    /// <summary>Characters of the longest that is looked at; ours have less than a quarter.</summary>
    public const int MaxLength = 8192;

    /// <summary>
    /// The claims of a token that nobody has checked, for whoever only shows it to a service, which checks it; null for what is no token.
    /// </summary>
    /// <param name="token">The token, without the word before it.</param>
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

    internal static TokenValidationParameters Rules(TokenKeys keys, TimeProvider time) => new()
    {
        ValidAlgorithms = [Algorithm],
        ValidTypes = [Type],
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        // By the key's name alone: what a token says about keys elsewhere is not read.
        IssuerSigningKeyResolver = (_, _, id, _) => keys.Find(id) is { } key ? [key] : [],
        TryAllIssuerSigningKeys = false,
        ClockSkew = TimeSpan.Zero,
        LifetimeValidator = (from, until, _, _) => IsNow(from, until, time.GetUtcNow().UtcDateTime),
        NameClaimType = Claims.Name,
        RoleClaimType = Claims.Role,
    };

    static bool IsNow(DateTime? from, DateTime? until, DateTime now) => now < until && (from is null || from <= now);
}
