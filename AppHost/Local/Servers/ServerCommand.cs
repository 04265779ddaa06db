namespace Helpdesk.AppHost.Local.Servers;

/// <summary>How to start a server: whoever starts it decides how it is watched over.</summary>
/// <param name="Program">Full path.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables to set.</param>
/// <param name="StopSignal">The signal that asks it to stop in order.</param>
public sealed record ServerCommand(string Program, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, string StopSignal);
