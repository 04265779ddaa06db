namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>
/// Where a host stores the public keys of Identity that it last fetched. Only this host may write there: whoever else could would decide
/// which tokens it accepts.
/// </summary>
interface ITokenKeyStore
{
    /// <summary>The JSON Web Key Set that was stored last; null when there is none.</summary>
    Task<string?> ReadAsync(CancellationToken cancellationToken);

    Task StoreAsync(string jwks, CancellationToken cancellationToken);
}
