using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Fixtures;

/// <summary>Signs tokens like Identity, with a key of its own; accepted by hosts that have the public key.</summary>
public sealed class TestIssuer
{
    static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("N") };

    /// <summary>The issuer that the hosts of this process accept.</summary>
    public static TestIssuer Shared { get; } = new();

    public ECDsaSecurityKey Key => _key;

    public string KeyId => _key.KeyId;

    /// <summary>The public key in Identity's format.</summary>
    public string Jwks => Publish(this);

    public static string Publish(params TestIssuer[] issuers) => JsonSerializer.Serialize(new
    {
        keys = issuers.Select(issuer =>
        {
            var point = issuer._key.ECDsa.ExportParameters(false).Q;
            return new
            {
                kty = "EC", crv = "P-256", x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y), kid = issuer.KeyId,
                alg = "ES256", use = "sig",
            };
        }),
    });

    /// <param name="claims">Each name may come several times.</param>
    /// <param name="lifetime">The token's lifetime.</param>
    /// <param name="time">The clock; the system's when there is none.</param>
    /// <param name="change">Changes to what Identity would issue.</param>
    public string Issue(
        IEnumerable<Claim> claims, TimeSpan lifetime, TimeProvider? time = null, Action<SecurityTokenDescriptor>? change = null)
    {
        var now = (time ?? TimeProvider.System).GetUtcNow();
        var descriptor = new SecurityTokenDescriptor
        {
            TokenType = AccessToken.Type,
            Issuer = AccessToken.Issuer,
            Audience = AccessToken.Audience,
            IssuedAt = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Subject = new ClaimsIdentity([.. claims, new(Claims.IssuedAt, now.ToString("O", CultureInfo.InvariantCulture))]),
            SigningCredentials = new(_key, SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(descriptor);
        return Handler.CreateToken(descriptor);
    }
}
