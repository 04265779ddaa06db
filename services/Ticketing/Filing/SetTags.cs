using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Filing;

static class SetTags
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/tags", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("SetTags").WithSummary("Says which tags the ticket has").Produces<SetTagsResponse>();

    static async Task<IResult> HandleAsync(
        string number, SetTagsRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TicketingDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (!TagNormalizer.TryNormalize(request.Tags, out var tags))
            return Problem.Invalid("tags", $"A tag has up to {TagNormalizer.Longest} letters, digits, spaces and - _ . + # /.");
        var result = await work.ChangeAsStaffAsync<SetTagsResponse>(
            number,
            caller,
            async ticket =>
            {
                ticket.SetTags(tags, caller.ToStaffActor(), time.GetUtcNow());
                await db.Database.ExecuteSqlAsync(
                    $"insert into tag (name) select unnest({tags}) on conflict do nothing", cancellationToken);
                return new SetTagsResponse(tags);
            },
            TypedResults.Ok,
            cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}
