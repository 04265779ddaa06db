using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Checks access tokens; for one whose key is not known, the keys may be fetched again.</summary>
sealed class AccessTokenHandler : JsonWebTokenHandler
{
    readonly TokenKeyFetcher? _fetcher;

    /// <param name="fetcher">Null in a host that does not fetch them: Identity has its own, and others ask nobody who calls.</param>
    public AccessTokenHandler(TokenKeyFetcher? fetcher) =>
        (_fetcher, MapInboundClaims, MaximumTokenSizeInBytes) = (fetcher, false, AccessToken.MaxLength);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (_fetcher is null || result.Exception is not SecurityTokenSignatureKeyNotFoundException || !await _fetcher.RefreshAsync())
            return result;
        return await base.ValidateTokenAsync(token, validationParameters);
    }
}
