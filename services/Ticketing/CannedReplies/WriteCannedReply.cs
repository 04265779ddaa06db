using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;

namespace Helpdesk.Ticketing.CannedReplies;

static class WriteCannedReply
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).RequireAuthorization(Policies.Dispatcher).WithIdempotencyKey().WithName("WriteCannedReply")
        .WithSummary("Writes a reply that staff can use again and again").Produces<CannedReplyView>(StatusCodes.Status201Created).ProducesValidationProblem();

    static async Task<IResult> HandleAsync(CannedReplyForm request, HttpContext http, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var reply = new CannedReply { Id = Guid.CreateVersion7(time.GetUtcNow()), Title = "", UpdatedAt = default };
        if (await request.WriteToAsync(reply, db, time.GetUtcNow(), cancellationToken) is { } wrong)
            return wrong;
        db.Add(reply);
        var answer = await http.ForetellAsync(TypedResults.Created($"/api/canned-replies/{reply.Id}", CannedReplyView.Of(reply)));
        await db.SaveChangesAsync(cancellationToken);
        return answer;
    }
}
