namespace Helpdesk.AppHost.Local.Servers;

/// <summary>Installs Debian's packages of the servers that are missing.</summary>
public static class ServerInstaller
{
    static readonly (string Program, string Package)[] Needed = [("postgres", "postgresql"), ("rabbitmq-server", "rabbitmq-server")];

    /// <summary>The packages that are missing.</summary>
    public static IReadOnlyList<string> Missing() => [.. Needed.Where(x => Binaries.Find(x.Program) is null).Select(x => x.Package)];

    /// <summary>Installs what is missing.</summary>
    /// <exception cref="MissingServerException">It may not, or it did not work; the message names the command to run.</exception>
    public static async Task EnsureAsync(CancellationToken cancellationToken = default)
    {
        var missing = Missing();
        if (missing.Count == 0)
            return;

        string[] asRoot = Environment.UserName == "root" ? [] : ["sudo", "-n"];
        await RunAsync([.. asRoot, "apt-get", "update", "-qq"], missing, cancellationToken);
        await RunAsync([.. asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", .. missing], missing, cancellationToken);
    }

    static async Task RunAsync(string[] command, IReadOnlyList<string> missing, CancellationToken cancellationToken)
    {
        var advice = $"{string.Join(" and ", missing)} must be installed; run: sudo apt-get install -y {string.Join(' ', missing)}";
        if (Binaries.Find(command[0]) is not { } program)
            throw new MissingServerException(advice);
        var (exitCode, output) = await Shell.RunAsync(program, command[1..], cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new MissingServerException($"{advice} ({output.Trim()})");
    }
}
