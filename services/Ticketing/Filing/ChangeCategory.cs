using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Filing;

static class ChangeCategory
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/category", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("ChangeCategory").WithSummary("Files the ticket under another category, and by that perhaps in another area")
        .Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, ChangeCategoryRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TicketingDbContext db,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var category = await db.Categories.AsNoTracking()
            .SingleOrDefaultAsync(x => x.Id == request.CategoryId && !x.Retired, cancellationToken);
        if (category is null)
            return Problem.Invalid("categoryId", "There is no such category, or it takes no new tickets.");
        var result = await work.ChangeAsStaffAsync<Ticket>(
            number,
            caller,
            async ticket =>
            {
                var agentServesArea = await db.AgentAreas
                    .AnyAsync(x => x.AgentId == ticket.AssigneeId && x.AreaIds.Contains(category.AreaId), cancellationToken);
                ticket.ChangeCategory(
                    category.Id, category.Title, category.AreaId, agentServesArea, caller.ToStaffActor(), time.GetUtcNow());
                return ticket;
            },
            _ => TypedResults.NoContent(),
            cancellationToken);
        return result.ToHttp(_ => TypedResults.NoContent());
    }
}
