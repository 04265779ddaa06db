namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>Stores the keys in a file, for a host without a database.</summary>
sealed class TokenKeyFile(string folder) : ITokenKeyStore
{
    readonly string _path = Path.Combine(folder, "jwks.json");

    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        File.Exists(_path) ? await File.ReadAllTextAsync(_path, cancellationToken) : null;

    public async Task StoreAsync(string jwks, CancellationToken cancellationToken)
    {
        PrivateFolder.Create(folder);
        // Written whole or not at all.
        var draft = $"{_path}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(draft, jwks, cancellationToken);
        File.Move(draft, _path, overwrite: true);
    }
}
