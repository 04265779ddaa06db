namespace Helpdesk.AppHost.Local.Servers;

/// <summary>The user PostgreSQL runs as: we ourselves, unless we are root, whom it refuses.</summary>
static class ServerUser
{
    const string Name = "postgres";

    static bool IsRoot => Environment.UserName == "root";

    public static async Task OwnAsync(string directory, CancellationToken cancellationToken)
    {
        if (!IsRoot)
            return;
        var (exitCode, output) = await Shell.RunAsync("chown", ["-R", Name, directory], cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new InvalidOperationException($"{directory} could not be given to the user {Name}: {output}");
    }

    public static (string Program, IReadOnlyList<string> Arguments) Run(string program, IReadOnlyList<string> arguments) => IsRoot
        ? (Binaries.Find("setpriv")!, ["--reuid", Name, "--regid", Name, "--clear-groups", program, .. arguments])
        : (program, arguments);
}
