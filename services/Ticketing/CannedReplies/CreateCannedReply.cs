using Helpdesk.Api.CannedReplies;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;

namespace Helpdesk.Ticketing.CannedReplies;

static class CreateCannedReply
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync).RequireAuthorization(Policies.Dispatcher)
        .WithIdempotencyKey().WithName("CreateCannedReply").WithSummary("Creates a reply that staff can use again and again")
        .Produces<CannedReplyResponse>(StatusCodes.Status201Created).ProducesValidationProblem();

    static async Task<IResult> HandleAsync(
        CannedReplyRequest request, HttpContext http, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var reply = new CannedReply { Id = Guid.CreateVersion7(time.GetUtcNow()), Title = "", UpdatedAt = default };
        if ((await request.ApplyAsync(reply, db, time.GetUtcNow(), cancellationToken)).IsRefused(out var refusal))
            return refusal.ToProblem();
        db.Add(reply);
        var response = TypedResults.Created($"/api/canned-replies/{reply.Id}", CannedReplyMapping.ToResponse(reply));
        await http.StoreResponseAsync(response);
        await db.SaveChangesAsync(cancellationToken);
        return response;
    }
}
