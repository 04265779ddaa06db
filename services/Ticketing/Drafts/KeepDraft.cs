using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Drafts;

static class KeepDraft
{
    public sealed record Request([property: Required, StringLength(Draft.LongestText, MinimumLength = 1)] string Text);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{number}/draft", HandleAsync).WithName("KeepDraft")
        .WithSummary("Keeps what the caller has written so far").Produces(StatusCodes.Status204NoContent);

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketingDbContext db, Viewers viewers, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.VisibleAsync(number, await viewers.OfAsync(caller, cancellationToken), cancellationToken) is not { } ticket)
            return Problem.NotFound("ticket");
        // Kept as typed but for what cannot be stored: it goes back into the field it came from.
        var text = request.Text.Replace("\0", "", StringComparison.Ordinal);
        await db.Database.ExecuteSqlAsync($"""
            insert into draft (ticket_id, account_id, text, updated_at) values ({ticket}, {caller.AccountId()}, {text}, {time.GetUtcNow()})
            on conflict (ticket_id, account_id) do update set text = excluded.text, updated_at = excluded.updated_at
            """, cancellationToken);
        return TypedResults.NoContent();
    }
}
