using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Filing;

static class ChangeCategory
{
    public sealed record Request([property: Required] Guid? CategoryId);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/category", HandleAsync).RequireAuthorization(Policies.Staff).WithName("ChangeCategory")
        .WithSummary("Files the ticket under another category, and by that perhaps in another area").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketChange change, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var category = await db.Categories.AsNoTracking().SingleOrDefaultAsync(x => x.Id == request.CategoryId && !x.Retired, cancellationToken);
        if (category is null)
            return Problem.Invalid("categoryId", "There is no such category, or it takes no new tickets.");
        return await change.ByStaffAsync(number, caller, async ticket =>
        {
            var agentServesArea = await db.AgentAreas.AnyAsync(x => x.AgentId == ticket.AssigneeId && x.AreaIds.Contains(category.AreaId), cancellationToken);
            ticket.ChangeCategory(category.Id, category.Title, category.AreaId, agentServesArea, Who.Staff(caller), time.GetUtcNow());
            return TypedResults.NoContent();
        }, cancellationToken);
    }
}
