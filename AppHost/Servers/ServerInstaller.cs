namespace Helpdesk.AppHost.Servers;

/// <summary>Installs Debian packages of missing programs.</summary>
public static class ServerInstaller
{
    /// <summary>The programs of the two servers.</summary>
    public static IReadOnlyList<string> Servers { get; } = ["postgres", "rabbitmq-server"];

    static readonly Dictionary<string, string> Packages = new()
    {
        ["postgres"] = "postgresql", ["rabbitmq-server"] = "rabbitmq-server", ["node"] = "nodejs", ["npm"] = "npm",
        ["chromium-headless-shell"] = "chromium-headless-shell",
    };

    /// <summary>The packages of the programs that are missing.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlyList<string> programs) =>
        [.. programs.Where(x => Binaries.Find(x) is null).Select(x => Packages[x])];

    /// <summary>Installs what is missing.</summary>
    /// <exception cref="MissingServerException">It failed; the message names the command to run.</exception>
    public static async Task EnsureAsync(IReadOnlyList<string> programs, CancellationToken cancellationToken = default)
    {
        var missing = Missing(programs);
        if (missing.Count == 0)
            return;

        string[] asRoot = Environment.UserName == "root" ? [] : ["sudo", "-n"];
        await RunAsync([.. asRoot, "apt-get", "update", "-qq"], missing, cancellationToken);
        string[] install = [.. asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", .. missing];
        await RunAsync(install, missing, cancellationToken);
        if (Missing(programs) is { Count: > 0 } still)
            throw new MissingServerException(Advice(still));
    }

    /// <summary>What to do by hand.</summary>
    public static string Advice(IReadOnlyList<string> packages) =>
        $"{string.Join(" and ", packages)} must be installed; run: sudo apt-get install -y {string.Join(' ', packages)}";

    static async Task RunAsync(string[] command, IReadOnlyList<string> missing, CancellationToken cancellationToken)
    {
        if (Binaries.Find(command[0]) is not { } program)
            throw new MissingServerException(Advice(missing));
        var (exitCode, output) = await Shell.RunAsync(program, command[1..], cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new MissingServerException($"{Advice(missing)} ({output.Trim()})");
    }
}
