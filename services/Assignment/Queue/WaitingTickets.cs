using Helpdesk.Api;
using Helpdesk.Api.Queue;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Queue;

static class WaitingTickets
{
    /// <summary>A page of tickets that wait, in the order in which they will get an agent.</summary>
    public static async Task<PagedResult<WaitingTicketSummary>> ToPageAsync(
        this IQueryable<Ticket> waiting, AssignmentDbContext db, int page, int size, CancellationToken cancellationToken)
    {
        var rows = await waiting.AsNoTracking().OrderByDescending(x => x.Priority).ThenBy(x => x.OpenedAt).ThenBy(x => x.Id)
            .Skip((page - 1) * size).Take(size + 1)
            .Select(x => new
            {
                Ticket = x,
                Area = db.Areas.Where(y => y.Id == x.AreaId).Select(y => new { y.Name, y.Mode }).SingleOrDefault(),
            }).ToListAsync(cancellationToken);
        return PagedResult.Of(rows.ConvertAll(x => ToSummary(x.Ticket, x.Area?.Name, x.Area?.Mode)), page, size);
    }

    static WaitingTicketSummary ToSummary(Ticket x, string? areaName, AssignmentMode? mode) => new(
        x.Id, x.Number, x.Subject, x.Priority, x.AreaId, areaName, x.OpenedAt, x.WaitingSince!.Value, x.WaitingBecause!,
        x.DispatchersAskedAt, !x.Held && mode is { } known && known != AssignmentMode.Manual);
}
