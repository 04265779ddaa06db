using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Filing;

static class TagTicket
{
    /// <summary>All tags that the ticket shall have.</summary>
    public sealed record Request([property: Required, MaxLength(Filing.Tags.Most, ErrorMessage = "At most 20 tags.")] string[] Tags);

    public sealed record Answer(IReadOnlyList<string> Tags);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/tags", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithName("TagTicket").WithSummary("Says which tags the ticket has").Produces<Answer>();

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketUnitOfWork work, TicketingDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (Filing.Tags.Clean(request.Tags) is not { } tags)
            return Problem.Invalid("tags", $"A tag has up to {Filing.Tags.Longest} letters, digits, spaces and - _ . + # /.");
        var result = await work.ChangeAsStaffAsync<Answer>(
            number,
            caller,
            async ticket =>
            {
                ticket.SetTags(tags, caller.ToStaffActor(), time.GetUtcNow());
                await db.Database.ExecuteSqlAsync(
                    $"insert into tag (name) select unnest({tags}) on conflict do nothing", cancellationToken);
                return new Answer(tags);
            },
            TypedResults.Ok,
            cancellationToken);
        return result.ToHttp(TypedResults.Ok);
    }
}
