using System.Diagnostics;
using System.Globalization;
using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

/// <summary>What the kernel knows of processes.</summary>
static class Kernel
{
    public static void Signal(int processId, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", processId.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>The processes of an installation and all that they started, known by what they inherited.</summary>
    public static IReadOnlyList<string> ProcessesOf(DataDirectory data) =>
    [
        .. Directory.EnumerateDirectories("/proc").Where(x => int.TryParse(Path.GetFileName(x), out _))
            .Select(x => (Id: Path.GetFileName(x), Line: Read(x + "/cmdline").Replace('\0', ' '), Environment: Read(x + "/environ")))
            .Where(x => x.Environment.Contains($"INSTALLATION={data.Path}\0", StringComparison.Ordinal))
            .Where(x => Stat(int.Parse(x.Id, CultureInfo.InvariantCulture)) is { Length: > 0 } stat && stat[0] != "Z")
            .Select(x => $"{x.Id} {x.Line}"),
    ];

    /// <summary>Returns once none of them is left; the orchestrator's last process goes a moment after the AppHost.</summary>
    public static Task NothingIsLeftAsync(DataDirectory data) => Eventually.HoldsAsync(() => ProcessesOf(data).Count == 0);

    static string[] Stat(int processId)
    {
        var stat = Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        return stat.Length == 0 ? [] : stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    }

    static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
