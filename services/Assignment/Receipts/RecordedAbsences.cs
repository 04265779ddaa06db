using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

/// <summary>What was written down of absences when they began and ended: a second witness of who was there at a choice.</summary>
sealed class RecordedAbsences(ILookup<Guid, Absence> absences)
{
    /// <summary>Clocks of several machines differ, and a change holds from its commit only: so close to one, both may be true.</summary>
    static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    public static async Task<RecordedAbsences> ReadAsync(AssignmentDbContext db, CancellationToken cancellationToken) =>
        new((await db.Absences.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(x => x.AgentId));

    /// <summary>The first candidate who was said to be there though he was away, or away though he was there; null when none.</summary>
    public AssignmentCandidate? FindContradiction(Receipt receipt) => !RoundRobin.KeepsFacts(receipt.Policy) ? null
        : receipt.Candidates.FirstOrDefault(x => x.Facts switch
    {
        null => false,
        { Active: true, IsAgent: true, Available: true } => Covered(x.AgentId, receipt.ChosenAt),
        _ => !Near(x.AgentId, receipt.ChosenAt),
    });

    bool Covered(Guid agent, DateTimeOffset at) => absences[agent].Any(x => x.BeganAt < at - Doubt && (x.EndedAt is null || x.EndedAt > at + Doubt));

    bool Near(Guid agent, DateTimeOffset at) => absences[agent].Any(x => x.BeganAt < at + Doubt && (x.EndedAt is null || x.EndedAt > at - Doubt));
}
