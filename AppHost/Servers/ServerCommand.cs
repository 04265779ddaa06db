namespace Helpdesk.AppHost.Servers;

/// <summary>How to start a server; whoever starts it decides how to supervise it.</summary>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables to set.</param>
/// <param name="StopSignal">The signal for a graceful stop.</param>
/// <param name="User">The user it runs as; null for the current one.</param>
public sealed record ServerCommand(
    string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment,
    string StopSignal, string? User = null)
{
    /// <summary>Program and arguments, through setpriv for another user.</summary>
    public IReadOnlyList<string> Line() =>
        User is null ? [Program, .. Arguments] : ["setpriv", "--reuid", User, "--regid", User, "--clear-groups", Program, .. Arguments];
}
