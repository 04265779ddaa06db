using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Queue;

public static class ListQueue
{
    /// <summary>A ticket that nobody has.</summary>
    /// <param name="Since">Since when it waits.</param>
    /// <param name="Because">A stable word: no-agents, nobody-available, gave-it-back, customer, manual, unassigned,
    /// unknown-area, or what makes a choice due that is about to be made.</param>
    /// <param name="AskedAt">When it was put before the dispatchers; null when it was not.</param>
    /// <param name="ByItself">It leaves the queue by itself when an agent becomes able.</param>
    public sealed record Item(
        Guid TicketId, string TicketNumber, string Subject, TicketPriority Priority, Guid AreaId, string? AreaName, DateTimeOffset OpenedAt, DateTimeOffset Since, string Because,
        DateTimeOffset? DispatchersAskedAt, bool ByItself);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).RequireAuthorization(Policies.Dispatcher)
        .WithName("ListTicketsThatWait").WithSummary("Tickets of all areas that wait for an agent, the most urgent first and of these the oldest; asked is whether the dispatchers were");

    static async Task<PagedResult<Item>> HandleAsync(
        AssignmentDbContext db, CancellationToken cancellationToken, Guid? area = null, bool? asked = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var waiting = db.Tickets.AsNoTracking().Where(x => x.WaitingSince != null);
        if (area is not null)
            waiting = waiting.Where(x => x.AreaId == area);
        if (asked is not null)
            waiting = waiting.Where(x => x.DispatchersAskedAt != null == asked);
        var rows = await waiting.OrderByDescending(x => x.Priority).ThenBy(x => x.OpenedAt).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new
            {
                Ticket = new { x.Id, x.Number, x.Subject, x.Priority, x.AreaId, x.OpenedAt, x.WaitingSince, x.WaitingBecause, x.DispatchersAskedAt, x.Held },
                Area = db.Areas.Where(y => y.Id == x.AreaId).Select(y => new { y.Name, y.Mode }).SingleOrDefault(),
            }).ToListAsync(cancellationToken);
        return PagedResult.Of(rows.ConvertAll(x => new Item(
            x.Ticket.Id, x.Ticket.Number, x.Ticket.Subject, x.Ticket.Priority, x.Ticket.AreaId, x.Area?.Name, x.Ticket.OpenedAt, x.Ticket.WaitingSince!.Value, x.Ticket.WaitingBecause!,
            x.Ticket.DispatchersAskedAt, !x.Ticket.Held && x.Area is { Mode: not AssignmentMode.Manual })), page, size);
    }
}
