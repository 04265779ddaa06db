using System.Text.Json.Serialization;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>A process that runs for us.</summary>
/// <param name="Name">Its part, with the replica's number when there are several.</param>
/// <param name="Address">Where it listens; empty when nowhere.</param>
/// <param name="State">As in the table.</param>
/// <param name="ProcessId">Its process id; 0 when none runs.</param>
/// <param name="StartedAt">The kernel's start time of that process, which tells it from a later one with the same id.</param>
/// <param name="StopSignal">The signal that asks it to stop in order.</param>
sealed record LedgerEntry(string Name, string Address, string State, int ProcessId, string StartedAt, string StopSignal)
{
    /// <summary>Whether that very process still runs.</summary>
    [JsonIgnore]
    public bool Lives => ProcessId > 0 && StartedAt.Length > 0 && ProcessTable.StartTime(ProcessId) == StartedAt;
}
