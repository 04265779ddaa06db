using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.CannedReplies;

static class ChangeCannedReply
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync).RequireAuthorization(Policies.Dispatcher).WithName("ChangeCannedReply")
        .WithSummary("Writes a canned reply anew").Produces<CannedReplyView>().ProducesValidationProblem();

    static async Task<IResult> HandleAsync(Guid id, CannedReplyForm request, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.CannedReplies.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } reply)
            return Problem.NotFound("canned reply");
        if (await request.WriteToAsync(reply, db, time.GetUtcNow(), cancellationToken) is { } wrong)
            return wrong;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(CannedReplyView.Of(reply));
    }
}
