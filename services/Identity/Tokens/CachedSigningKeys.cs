using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.Identity.Tokens;

/// <summary>The keys as this replica read them last.</summary>
sealed class CachedSigningKeys(TokenKeys published, ValueProtector protector, TimeProvider time)
{
    Known _known = new("", []);

    /// <summary>The public keys, for everybody: a JSON Web Key Set.</summary>
    public string Jwks => _known.Jwks is { Length: > 0 } jwks ? jwks : throw NotYet;

    /// <summary>What signs now.</summary>
    public SigningCredentials Current => Signing ?? throw NotYet;

    /// <summary>Whether a key of this host's signs now.</summary>
    public bool CanSign => Signing is not null;

    SigningCredentials? Signing => _known.Keys.LastOrDefault(x => x.From <= time.GetUtcNow() && x.Credentials is not null).Credentials;

    static BusyException NotYet => new("Nobody can sign in yet. Please try again in a moment.", SigningKeyRotationService.Interval);

    /// <summary>Signs with these from now on, and believes in them.</summary>
    /// <param name="keys">In the order in which they sign.</param>
    public void Replace(IReadOnlyList<SigningKey> keys)
    {
        var jwks = keys.Count == 0 ? "" : $$"""{"keys":[{{string.Join(',', keys.Select(x => x.PublicKey))}}]}""";
        if (jwks == _known.Jwks)
            return;
        published.TryReplace(jwks);
        _known = new(jwks, [.. keys.Select(x => (x.SignsFrom, x.Open(protector)))]);
    }

    sealed record Known(string Jwks, IReadOnlyList<(DateTimeOffset From, SigningCredentials? Credentials)> Keys);
}
