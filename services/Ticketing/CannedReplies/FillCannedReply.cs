using System.Security.Claims;
using Helpdesk.Api.CannedReplies;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.CannedReplies;

static class FillCannedReply
{
    public static void Map(RouteGroupBuilder tickets) =>
        tickets.MapGet("/{number}/canned-replies/{id:guid}", HandleAsync).RequireAuthorization(Policies.Staff).WithName("FillCannedReply")
        .WithSummary("A canned reply as it would read on this ticket, in its customer's language").Produces<FillCannedReplyResponse>();

    static async Task<IResult> HandleAsync(
        string number, Guid id, ClaimsPrincipal caller, TicketingDbContext db, ViewerResolver viewers, CachedPolicy policies,
        CancellationToken cancellationToken)
    {
        var ticket = await db.Tickets.AsNoTracking().Where(x => x.Number == number)
            .VisibleTo(await viewers.ResolveAsync(caller, cancellationToken)).SingleOrDefaultAsync(cancellationToken);
        if (ticket is null || !caller.IsStaffFor(ticket.CustomerId))
            return Problem.NotFound("ticket");
        var reply = await db.CannedReplies.AsNoTracking()
            .SingleOrDefaultAsync(x => x.Id == id && (x.AreaId == null || x.AreaId == ticket.AreaId), cancellationToken);
        if (reply is null)
            return Problem.NotFound("canned reply");
        var installation = (await policies.GetAsync(cancellationToken)).Name;
        var text = Placeholders.Fill(reply.TextIn(ticket.Language), ticket, caller.FullName(), installation);
        return TypedResults.Ok(new FillCannedReplyResponse(text));
    }
}
