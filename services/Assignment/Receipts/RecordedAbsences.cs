using Helpdesk.Assignment.Agents;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

/// <summary>What was recorded of absences when they began and ended: a second witness of who was there at a choice.</summary>
sealed class RecordedAbsences(ILookup<Guid, Absence> absences)
{
    /// <summary>Clocks of several machines differ, and a change holds from its commit only: so close to one, both may be true.</summary>
    static readonly TimeSpan Doubt = TimeSpan.FromMinutes(1);

    public static async Task<RecordedAbsences> ReadAsync(AssignmentDbContext db, CancellationToken cancellationToken) =>
        new((await db.Absences.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(x => x.AgentId));

    /// <summary>The first candidate who was said to be there while away, or away while there; null when none.</summary>
    public AssignmentCandidate? FindContradiction(Receipt receipt) => RoundRobin.KeepsFacts(receipt.Policy)
        ? receipt.Candidates.FirstOrDefault(x => Contradicts(x, receipt.ChosenAt))
        : null;

    bool Contradicts(AssignmentCandidate candidate, DateTimeOffset at) => candidate.Facts switch
    {
        null => false,
        { Active: true, IsAgent: true, Available: true } => Covered(candidate.AgentId, at),
        _ => !Near(candidate.AgentId, at),
    };

    bool Covered(Guid agent, DateTimeOffset at) =>
        absences[agent].Any(x => x.BeganAt < at - Doubt && (x.EndedAt is null || x.EndedAt > at + Doubt));

    bool Near(Guid agent, DateTimeOffset at) =>
        absences[agent].Any(x => x.BeganAt < at + Doubt && (x.EndedAt is null || x.EndedAt > at - Doubt));
}
