using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Receipts;
using Helpdesk.Assignment.Visibility;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class ListAreaReceipts
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/receipts", HandleAsync).Produces<ReceiptListResponse>()
        .RequireAuthorization(Policies.Staff).WithName("ListAreaReceipts")
        .WithSummary("Choices of an area in their order, those after a sequence number; an agent sees those of their own areas' tickets");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, TicketVisibility visibility, ClaimsPrincipal caller, CancellationToken cancellationToken,
        [Range(0, long.MaxValue)] long after = 0, [Range(1, 100)] int size = 20)
    {
        if (!await visibility.SeesAreaAsync(id, caller, cancellationToken))
            return Problem.NotFound("area");
        var seen = await visibility.ReceiptsAsync(caller, cancellationToken);
        var rows = await seen.Where(x => x.AreaId == id && x.Sequence > after)
            .OrderBy(x => x.Sequence).Take(size).ToListAsync(cancellationToken);
        if (rows.Count == 0 && !await db.Areas.AnyAsync(x => x.Id == id, cancellationToken))
            return Problem.NotFound("area");
        return TypedResults.Ok(new ReceiptListResponse([.. rows.Select(x => x.ToResponse())]));
    }
}
