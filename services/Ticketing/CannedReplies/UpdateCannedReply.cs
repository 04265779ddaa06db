using Helpdesk.Api.CannedReplies;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.CannedReplies;

static class UpdateCannedReply
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).RequireAuthorization(Policies.Dispatcher)
        .WithName("UpdateCannedReply").WithSummary("Writes a canned reply anew")
        .Produces<CannedReplyResponse>().ProducesValidationProblem();

    static async Task<IResult> HandleAsync(
        Guid id, CannedReplyRequest request, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.CannedReplies.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } reply)
            return Problem.NotFound("canned reply");
        if ((await request.ApplyAsync(reply, db, time.GetUtcNow(), cancellationToken)).IsRefused(out var refusal))
            return refusal.ToProblem();
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(CannedReplyMapping.ToResponse(reply));
    }
}
