namespace Helpdesk.AppHost.Servers;

/// <summary>The user PostgreSQL runs as: we ourselves, unless we are root, whom it refuses.</summary>
static class ServerUser
{
    /// <summary>Null for ourselves.</summary>
    public static string? Name { get; } = Environment.UserName == "root" ? "postgres" : null;

    /// <summary>Gives the directory to that user.</summary>
    /// <exception cref="InvalidOperationException">It cannot be, or he may not go there.</exception>
    public static async Task OwnAsync(string directory, CancellationToken cancellationToken)
    {
        if (Name is null)
            return;
        for (var parent = Directory.GetParent(directory); parent is not null; parent = parent.Parent)
        {
            if ((parent.UnixFileMode & UnixFileMode.OtherExecute) == 0)
                throw new InvalidOperationException($"PostgreSQL does not run as root, and the user {Name} may not enter {parent.FullName}; start Helpdesk as another user, or keep its data elsewhere: --Helpdesk:Data=DIRECTORY");
        }

        var (exitCode, output) = await Shell.RunAsync("chown", ["-R", Name, directory], cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new InvalidOperationException($"{directory} could not be given to the user {Name}: {output}");
    }
}
