namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// Where a host keeps the public keys of Identity that it fetched last. It is the host's own: whoever can write there says whom the host
/// believes.
/// </summary>
interface ITokenKeyStore
{
    /// <summary>The JSON Web Key Set that was kept last; null when there is none.</summary>
    Task<string?> ReadAsync(CancellationToken cancellationToken);

    Task KeepAsync(string jwks, CancellationToken cancellationToken);
}
