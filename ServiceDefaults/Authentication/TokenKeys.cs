using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The public keys of Identity, which validate access tokens.</summary>
public sealed class TokenKeys
{
    /// <summary>Where Identity publishes them, as a JSON Web Key Set (RFC 7517).</summary>
    public const string Path = "/.well-known/jwks.json";

    FrozenDictionary<string, ECDsaSecurityKey> _keys = FrozenDictionary<string, ECDsaSecurityKey>.Empty;

    internal bool IsEmpty => Volatile.Read(ref _keys).Count == 0;

    internal SecurityKey? Find(string? id) => id is null ? null : Volatile.Read(ref _keys).GetValueOrDefault(id);

    /// <summary>
    /// Replaces the keys. Keys of other kinds are ignored, as the standard says; a set in which none is left changes nothing.
    /// </summary>
    /// <param name="jwks">A JSON Web Key Set.</param>
    /// <returns>Whether they were replaced.</returns>
    public bool TryReplace(string jwks)
    {
        var keys = new Dictionary<string, ECDsaSecurityKey>(StringComparer.Ordinal);
        try
        {
            foreach (var key in new JsonWebKeySet(jwks).Keys)
            {
                if (Import(key) is { } imported)
                    keys[key.Kid] = imported;
            }
        }
        catch (ArgumentException)
        {
            return false;
        }

        if (keys.Count == 0)
            return false;
        Volatile.Write(ref _keys, keys.ToFrozenDictionary(StringComparer.Ordinal));
        return true;
    }

    static ECDsaSecurityKey? Import(JsonWebKey key)
    {
        if (string.IsNullOrEmpty(key.Kid) || key is not { Kty: JsonWebAlgorithmsKeyTypes.EllipticCurve, Crv: JsonWebKeyECTypes.P256 }
            || key.Alg is not (null or AccessToken.Algorithm) || key.Use is not (null or JsonWebKeyUseNames.Sig))
            return null;
        try
        {
            var point = new ECPoint { X = Base64UrlEncoder.DecodeBytes(key.X), Y = Base64UrlEncoder.DecodeBytes(key.Y) };
            return new(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point })) { KeyId = key.Kid };
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return null;
        }
    }
}
