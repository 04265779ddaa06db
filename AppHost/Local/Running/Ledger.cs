using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>A process that runs for us.</summary>
/// <param name="Name">Its part, with the replica's number when there are several.</param>
/// <param name="Address">Where it listens; empty when nowhere.</param>
/// <param name="State">As in the table.</param>
/// <param name="ProcessId">Its process id.</param>
/// <param name="StartedAt">The kernel's start time of that process, which tells it from a later one with the same id.</param>
sealed record LedgerEntry(string Name, string Address, string State, int ProcessId, string StartedAt);

/// <summary>The processes of this installation, on disk: for tools that look in, and for the next start to clean up after us.</summary>
sealed class Ledger(string path)
{
    readonly Lock _gate = new();
    readonly SortedDictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);

    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_gate)
                return [.. _entries.Values];
        }
    }

    public void Set(string name, string address, string state, int processId)
    {
        lock (_gate)
        {
            _entries[name] = new LedgerEntry(name, address, state, processId, StartTime(processId));
            Write();
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            File.Delete(path);
        }
    }

    /// <summary>Ends what an earlier runner left behind.</summary>
    public async Task CleanUpAsync()
    {
        if (!File.Exists(path))
            return;
        var left = (JsonSerializer.Deserialize<List<LedgerEntry>>(await File.ReadAllTextAsync(path)) ?? [])
            .Where(x => x.ProcessId > 0 && x.StartedAt.Length > 0 && StartTime(x.ProcessId) == x.StartedAt).ToList();
        foreach (var entry in left)
        {
            Screen.Say("helpdesk", $"{entry.Name} was left by an earlier start; ending it");
            Signals.Send(entry.ProcessId, "TERM");
        }

        var waited = Stopwatch.StartNew();
        foreach (var entry in left)
        {
            while (StartTime(entry.ProcessId) == entry.StartedAt && waited.Elapsed < TimeSpan.FromSeconds(10))
                await Task.Delay(100);
            if (StartTime(entry.ProcessId) == entry.StartedAt)
                Signals.Send(entry.ProcessId, "KILL");
        }

        File.Delete(path);
    }

    void Write()
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(_entries.Values));
        File.Move(temporary, path, overwrite: true);
    }

    /// <summary>Field 22 of the kernel's stat line; empty when there is no such process, or only its remains.</summary>
    static string StartTime(int processId)
    {
        try
        {
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] == "Z" ? "" : fields[19];
        }
        catch (IOException)
        {
            return "";
        }
    }
}
