using System.Globalization;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Identity.Tokens;

/// <summary>Issues access tokens. Without a moment before which they do not count: another host's clock may be a little behind.</summary>
sealed class AccessTokens(CachedSigningKeys keys, TimeProvider time)
{
    static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="claims">See <see cref="Claims"/>.</param>
    /// <param name="lifetime">How long it is accepted.</param>
    public string Issue(IReadOnlyDictionary<string, object> claims, TimeSpan lifetime)
    {
        var now = time.GetUtcNow();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = AccessToken.Type,
            Issuer = AccessToken.Issuer,
            Audience = AccessToken.Audience,
            IssuedAt = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>(claims) { [Claims.IssuedAt] = now.ToString("O", CultureInfo.InvariantCulture) },
            SigningCredentials = keys.Current,
        });
    }
}
