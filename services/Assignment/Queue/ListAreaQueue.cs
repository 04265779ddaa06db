using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Assignment.Visibility;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Assigning;

public static class ListAreaQueue
{
    /// <summary>A ticket in the queue.</summary>
    /// <param name="Because">A stable word: no-agents, nobody-available, gave-it-back, customer, manual,
    /// unassigned, or what makes a choice due that is about to be made.</param>
    public sealed record Item(Guid TicketId, string TicketNumber, string Subject, TicketPriority Priority, DateTimeOffset OpenedAt, DateTimeOffset WaitingSince, string Because);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/waiting", HandleAsync).Produces<PagedResult<Item>>()
        .RequireAuthorization(Policies.Staff).WithName("ListWaitingTickets").WithSummary("Tickets of an area that wait for an agent, in the order in which they will get one; an agent sees those of his own areas");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, TicketVisibility visibility, ClaimsPrincipal caller, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        // An agent knows what waits in their own areas; of the others not even that they are there.
        if (!await visibility.SeesAreaAsync(id, caller, cancellationToken))
            return Problem.NotFound("area");
        var rows = await db.Tickets.AsNoTracking().Where(x => x.AreaId == id && x.WaitingSince != null)
            .OrderByDescending(x => x.Priority).ThenBy(x => x.OpenedAt).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new Item(x.Id, x.Number, x.Subject, x.Priority, x.OpenedAt, x.WaitingSince!.Value, x.WaitingBecause!))
            .ToListAsync(cancellationToken);
        if (rows.Count == 0 && !await db.Areas.AnyAsync(x => x.Id == id, cancellationToken))
            return Problem.NotFound("area");
        return TypedResults.Ok(PagedResult.Of(rows, page, size));
    }
}
