namespace Helpdesk.AppHost.Servers;

/// <summary>How to start a server: whoever starts it decides how it is watched over.</summary>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables to set.</param>
/// <param name="StopSignal">The signal that asks it to stop in order.</param>
/// <param name="User">The user it runs as; null for ourselves.</param>
public sealed record ServerCommand(
    string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment,
    string StopSignal, string? User = null)
{
    /// <summary>Program and arguments, by way of setpriv where another user is to run it.</summary>
    public IReadOnlyList<string> Line() =>
        User is null ? [Program, .. Arguments] : ["setpriv", "--reuid", User, "--regid", User, "--clear-groups", Program, .. Arguments];
}
