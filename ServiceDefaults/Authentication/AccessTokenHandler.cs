using Helpdesk.ServiceDefaults.Problems;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Checks access tokens; for one whose key is not known, the keys may be fetched again.</summary>
sealed class AccessTokenHandler : JsonWebTokenHandler
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly TokenKeys _keys;
    readonly TokenKeyFetcher? _fetcher;

    /// <param name="keys">The keys that are known.</param>
    /// <param name="fetcher">Null in a host that does not fetch them: Identity has its own, and others ask nobody who calls.</param>
    public AccessTokenHandler(TokenKeys keys, TokenKeyFetcher? fetcher)
    {
        (_keys, _fetcher) = (keys, fetcher);
        (MapInboundClaims, MaximumTokenSizeInBytes) = (false, AccessToken.MaxLength);
    }

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (_fetcher is null || result.Exception is not SecurityTokenSignatureKeyNotFoundException)
            return result;
        await _fetcher.RefreshAsync();
        // Who cannot tell a good token from a bad one must not say that it is bad: its owner would be signed out.
        if (_keys.IsEmpty)
            throw new BusyException("Who is calling cannot be told yet. Please try again in a moment.", Patience);
        return await base.ValidateTokenAsync(token, validationParameters);
    }
}
