using System.Diagnostics;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.Fixtures;

/// <summary>Starts servers that outlive the process that started them, and stops them when their last user has gone.</summary>
static class ServerWatcher
{
    /// <summary>Starts a server in a session of its own; its process id.</summary>
    public static int Start(ServerCommand command, string log)
    {
        var start = new ProcessStartInfo("setsid", ["sh", "-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", log, .. command.Line()]);
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        return Process.Start(start)!.Id;
    }

    /// <summary>
    /// A shell that waits for the lock on the users' file, which it gets when every user has ended, however it ended. It waits a little
    /// longer, so that the next test assembly finds the same servers.
    /// </summary>
    public static void StopWhenUnused(string directory, string users, IEnumerable<(int ProcessId, ServerCommand Command)> servers)
    {
        var stop = string.Join("; ", servers.Select(x => $"kill -{x.Command.StopSignal} {x.ProcessId}"));
        var script = $"""
            while [ -e '{users}' ]; do
              flock -x '{users}' true; sleep 15
              flock -n -x '{users}' sh -c "rm -f '{directory}/ready'; {stop}; sleep 3; rm -rf '{directory}/servers'" && exit
            done
            """;
        Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", "exec sh -c \"$0\" >/dev/null 2>&1 </dev/null", script]));
    }
}
