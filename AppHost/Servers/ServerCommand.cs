namespace Helpdesk.AppHost.Servers;

/// <summary>How to start a server: whoever starts it decides how it is watched over.</summary>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables to set.</param>
/// <param name="StopSignal">The signal that asks it to stop in order.</param>
/// <param name="User">The user it runs as; null for ourselves.</param>
public sealed record ServerCommand(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, string StopSignal, string? User = null)
{
    /// <summary>The signal it gets when whoever started it dies. Servers take an unclean kill badly; everything else is built to bear one.</summary>
    public string DeathSignal { get; init; } = "KILL";

    /// <summary>Program and arguments, by way of setpriv where it is to change something.</summary>
    /// <param name="options">Options of setpriv. In one call with the change of user, for that takes the death signal away.</param>
    public IReadOnlyList<string> Line(params string[] options)
    {
        string[] all = User is null ? options : [.. options, "--reuid", User, "--regid", User, "--clear-groups"];
        return all.Length == 0 ? [Program, .. Arguments] : ["setpriv", .. all, Program, .. Arguments];
    }
}
