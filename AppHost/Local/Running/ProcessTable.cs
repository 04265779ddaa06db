using System.Globalization;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>What the kernel says of processes.</summary>
static class ProcessTable
{
    /// <summary>Field 22 of the kernel's stat line; empty when there is no such process, or only its remains.</summary>
    public static string StartTime(int processId)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? "" : fields[19];
        }
        catch (IOException)
        {
            return "";
        }
    }
}
