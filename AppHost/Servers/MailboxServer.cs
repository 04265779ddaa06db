using System.Globalization;

namespace Helpdesk.AppHost.Servers;

/// <summary>maildev: receives mails by SMTP and shows them in the browser.</summary>
public sealed class MailboxServer(string directory, int smtpPort, int webPort)
{
    const string MissingNode =
        "Node.js is not installed, and the local mailbox needs it; run: sudo apt-get install -y nodejs npm";

    /// <summary>The programs that it needs.</summary>
    public static IReadOnlyList<string> Programs { get; } = ["node", "npm"];

    /// <summary>Installs it when its lock file has changed.</summary>
    /// <exception cref="MissingServerException">Node or npm is missing, or the installation failed.</exception>
    public async Task InitializeAsync(string source, CancellationToken cancellationToken = default)
    {
        PrivateFolder.Create(directory);
        var wanted = await File.ReadAllTextAsync(Path.Combine(source, "package-lock.json"), cancellationToken);
        var installed = Path.Combine(directory, "installed-lock.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed, cancellationToken) == wanted)
            return;

        foreach (var file in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(source, file), Path.Combine(directory, file), overwrite: true);
        var npm = Binaries.Find("npm") ?? throw new MissingServerException(MissingNode);
        string[] install = ["ci", "--prefix", directory, "--no-audit", "--no-fund", "--loglevel=error"];
        var (exitCode, output) = await Shell.RunAsync(npm, install, cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new MissingServerException($"The local mailbox could not be installed by npm: {output.Trim()}");
        await File.WriteAllTextAsync(installed, wanted, cancellationToken);
    }

    /// <summary>How to start it.</summary>
    public ServerCommand Command() => new(
        Binaries.Find("node") ?? throw new MissingServerException(MissingNode),
        [
            Path.Combine(directory, "node_modules", "maildev", "bin", "maildev"), "--silent", "--ip", "127.0.0.1", "--web-ip", "127.0.0.1",
            "--smtp", smtpPort.ToString(CultureInfo.InvariantCulture), "--web", webPort.ToString(CultureInfo.InvariantCulture),
            "--mail-directory", Path.Combine(directory, "mails"),
        ], new Dictionary<string, string>(), "TERM");
}
