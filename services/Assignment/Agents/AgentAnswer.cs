using System.Linq.Expressions;

namespace Helpdesk.Assignment.Agents;

/// <summary>An agent.</summary>
/// <param name="Active">False while the account is disabled: then nobody gets a ticket by turn.</param>
/// <param name="Available">He is not away.</param>
/// <param name="Because">Why he can be given nothing, as a stable word: disabled, not-an-agent or away; null when he can.</param>
/// <param name="Note">What he wrote about being away.</param>
/// <param name="Until">When he comes back by himself.</param>
/// <param name="Capacity">How many open tickets he takes at most; null for no bound.</param>
/// <param name="OpenTickets">Tickets he has that are neither resolved nor closed.</param>
public sealed record AgentAnswer(
    Guid Id, string Name, string Email, bool Active, bool Available, string? Because, string? Note, DateTimeOffset? Until, int? Capacity, int OpenTickets,
    IReadOnlyList<Guid> AreaIds)
{
    internal static Expression<Func<Agent, AgentAnswer>> In(AssignmentDbContext db) => x => new AgentAnswer(
        x.Id, x.Name, x.Email, x.Active, x.Available, x.IneligibleBecause, x.AwayNote, x.AwayUntil, x.Capacity, db.Tickets.Count(y => y.AgentId == x.Id && y.Open),
        x.Areas.OrderBy(y => y.AreaId).Select(y => y.AreaId).ToList());
}
