using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Receipts;

public static class ListReceipts
{
    public sealed record Answer(IReadOnlyList<ReceiptAnswer> Items);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{id:guid}/receipts", HandleAsync).Produces<Answer>()
        .RequireAuthorization(Policies.Staff).WithName("ListReceipts").WithSummary("Choices of an area in their order, those after a sequence number");

    static async Task<IResult> HandleAsync(
        Guid id, AssignmentDbContext db, CancellationToken cancellationToken, [Range(0, long.MaxValue)] long after = 0, [Range(1, 100)] int size = 20)
    {
        var rows = await db.Receipts.AsNoTracking().Where(x => x.AreaId == id && x.Sequence > after).OrderBy(x => x.Sequence).Take(size).ToListAsync(cancellationToken);
        if (rows.Count == 0 && !await db.Areas.AnyAsync(x => x.Id == id, cancellationToken))
            return Problem.NotFound("area");
        return TypedResults.Ok(new Answer([.. rows.Select(ReceiptAnswer.Of)]));
    }
}
