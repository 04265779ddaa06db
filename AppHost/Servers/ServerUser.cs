namespace Helpdesk.AppHost.Servers;

/// <summary>The user PostgreSQL runs as: the current one, except root, which it refuses.</summary>
static class ServerUser
{
    /// <summary>Null for the current user.</summary>
    public static string? Name { get; } = Environment.UserName == "root" ? "postgres" : null;

    /// <summary>Gives the directory to that user.</summary>
    /// <exception cref="InvalidOperationException">It failed, or that user may not enter the directory.</exception>
    public static async Task OwnAsync(string directory, CancellationToken cancellationToken)
    {
        if (Name is null)
            return;
        for (var parent = Directory.GetParent(directory); parent is not null; parent = parent.Parent)
        {
            if ((parent.UnixFileMode & UnixFileMode.OtherExecute) == 0)
            {
                throw new InvalidOperationException(
                    $"PostgreSQL does not run as root, and the user {Name} may not enter {parent.FullName}; "
                    + "start Helpdesk as another user, or keep its data elsewhere: --Helpdesk:Data=DIRECTORY");
            }
        }

        var (exitCode, output) = await Shell.RunAsync("chown", ["-R", Name, directory], cancellationToken: cancellationToken);
        if (exitCode != 0)
            throw new InvalidOperationException($"{directory} could not be given to the user {Name}: {output}");
    }
}
