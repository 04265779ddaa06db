using System.Diagnostics;
using System.Text.Json;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>The processes of this installation, on disk: for tools that look in, and for the next start to clean up after us.</summary>
sealed class Ledger(string path)
{
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

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

    public void Set(PartPlan part, string state, int processId = 0, string stopSignal = "TERM")
    {
        lock (_gate)
        {
            _entries[part.Name] = new LedgerEntry(part.Name, part.Address, state, processId, ProcessTable.StartTime(processId), stopSignal);
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
        var left = Read().Where(x => x.Lives).ToList();
        foreach (var entry in left)
        {
            Screen.Say("helpdesk", $"{entry.Name} was left by an earlier start; ending it");
            Signals.Send(entry.ProcessId, entry.StopSignal);
        }

        var waited = Stopwatch.StartNew();
        while (left.Any(x => x.Lives) && waited.Elapsed < Grace)
            await Task.Delay(50);
        foreach (var entry in left.Where(x => x.Lives))
            Signals.SendToGroup(entry.ProcessId, "KILL");
        File.Delete(path);
    }

    List<LedgerEntry> Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<List<LedgerEntry>>(File.ReadAllText(path)) ?? [] : [];
        }
        catch (JsonException)
        {
            // Not ours: what cannot be read names no process that could be ended.
            return [];
        }
    }

    void Write()
    {
        var temporary = path + ".new";
        File.WriteAllText(temporary, JsonSerializer.Serialize(_entries.Values));
        File.Move(temporary, path, overwrite: true);
    }
}
