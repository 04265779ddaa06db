namespace Helpdesk.ServiceDefaults.Authentication;

/// <summary>The keys in a file, for a host without a database.</summary>
sealed class TokenKeyFile(string folder) : ITokenKeyStore
{
    readonly string _path = Path.Combine(folder, "jwks.json");

    public async Task<string?> ReadAsync(CancellationToken cancellationToken) =>
        File.Exists(_path) ? await File.ReadAllTextAsync(_path, cancellationToken) : null;

    public async Task KeepAsync(string jwks, CancellationToken cancellationToken)
    {
        PrivateFolder.Create(folder);
        // Whole or not at all, whenever the host ends.
        var draft = $"{_path}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(draft, jwks, cancellationToken);
        File.Move(draft, _path, overwrite: true);
    }
}
