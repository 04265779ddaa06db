using System.Runtime.InteropServices;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Signals to other processes.</summary>
static partial class Signals
{
    static readonly Dictionary<string, int> Numbers = new() { ["INT"] = 2, ["KILL"] = 9, ["TERM"] = 15 };

    public static void Send(int processId, string signal) => _ = Kill(processId, Numbers[signal]);

    /// <summary>To a process that leads its group, and to all that it started there.</summary>
    public static void SendToGroup(int processId, string signal) => _ = Kill(-processId, Numbers[signal]);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int processId, int signal);
}
