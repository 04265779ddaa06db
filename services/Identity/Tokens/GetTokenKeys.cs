using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tokens;

/// <summary>The public keys: with them anybody can check a token, and nobody make one.</summary>
static class GetTokenKeys
{
    // Much shorter than a new key is published before it signs.
    const string Cacheable = "public, max-age=300";

    public static void Map(WebApplication app) => app.MapGet(TokenKeys.Path, (CachedSigningKeys keys, HttpResponse response) =>
    {
        var jwks = keys.Jwks;
        response.Headers.CacheControl = Cacheable;
        return TypedResults.Text(jwks, "application/json");
    }).AllowAnonymous().ExcludeFromDescription();
}
