using System.Security.Claims;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Drafts;

static class ShowDraft
{
    public sealed record Answer(string Text, bool Internal, DateTimeOffset UpdatedAt);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}/draft", HandleAsync).WithName("ShowDraft")
        .WithSummary("What the caller has begun to write").Produces<Answer>();

    static async Task<IResult> HandleAsync(string number, ClaimsPrincipal caller, TicketingDbContext db, ViewerResolver viewers, CancellationToken cancellationToken)
    {
        if (await db.VisibleAsync(number, await viewers.ResolveAsync(caller, cancellationToken), cancellationToken) is not { } ticket)
            return Problem.NotFound("ticket");
        return await db.Drafts.On(ticket, caller).Select(x => new Answer(x.Text, x.Internal, x.UpdatedAt)).SingleOrDefaultAsync(cancellationToken) is { } draft
            ? TypedResults.Ok(draft)
            : Problem.NotFound("draft");
    }
}
