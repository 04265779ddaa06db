using System.Security.Cryptography;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Identity.Tokens;

/// <summary>
/// A key that signs access tokens. It is in this database alone, so nobody else can make a token; and protected, so that a copy of the
/// database alone cannot either.
/// </summary>
sealed class SigningKey
{
    /// <summary>The thumbprint of the public key (RFC 7638), which tokens name as <c>kid</c>.</summary>
    public required string Id { get; init; }

    public required string ProtectedPrivateKey { get; init; }

    /// <summary>The public key as others read it, a JSON Web Key.</summary>
    public required string PublicKey { get; init; }

    /// <summary>Signs from this moment on, until the next key does. Published earlier, so that everybody knows it by then.</summary>
    public required DateTimeOffset SignsFrom { get; init; }

    public static SigningKey Create(DateTimeOffset signsFrom, ValueProtector protector)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var open = ECDsa.Create(key.ExportParameters(includePrivateParameters: false));
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(new ECDsaSecurityKey(open));
        jwk.Kid = Base64UrlEncoder.Encode(jwk.ComputeJwkThumbprint());
        var published = System.Text.Json.JsonSerializer.Serialize(new
        {
            kty = jwk.Kty, crv = jwk.Crv, x = jwk.X, y = jwk.Y, kid = jwk.Kid, alg = AccessToken.Algorithm, use = JsonWebKeyUseNames.Sig,
        });
        var secret = new PrivateKey(key.ExportPkcs8PrivateKey());
        return new() { Id = jwk.Kid, ProtectedPrivateKey = protector.Protect(secret), PublicKey = published, SignsFrom = signsFrom };
    }

    /// <summary>What signs with it; null when the key was protected with other keys than this host's.</summary>
    public SigningCredentials? Open(ValueProtector protector)
    {
        if (protector.Unprotect<PrivateKey>(ProtectedPrivateKey) is not { } secret)
            return null;
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(secret.Pkcs8, out _);
        return new(new ECDsaSecurityKey(key) { KeyId = Id }, AccessToken.Algorithm);
    }

    sealed record PrivateKey(byte[] Pkcs8);
}
