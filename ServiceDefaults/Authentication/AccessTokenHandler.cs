using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Validates access tokens; when a token's key is not known, the keys are fetched again.</summary>
sealed class AccessTokenHandler : JsonWebTokenHandler
{
    readonly TokenKeyFetcher? _fetcher;

    /// <param name="fetcher">Null in a host that does not fetch keys, such as Identity.</param>
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
