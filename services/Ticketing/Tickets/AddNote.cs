using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

static class AddNote
{
    public sealed record Request([property: Required, TextLength(20_000)] string Text);

    public sealed record Answer(Guid Id, DateTimeOffset At);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/notes", HandleAsync).RequireAuthorization(Policies.Staff).WithIdempotencyKey().WithName("AddNote")
        .WithSummary("Leaves a note that only staff can read").Produces<Answer>(StatusCodes.Status201Created);

    static async Task<IResult> HandleAsync(string number, Request request, ClaimsPrincipal caller, TicketChange change, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var text = TextSanitizer.Multiline(request.Text);
        if (text.Length == 0)
            return Problem.Invalid("text", "Please write something.");
        return await change.ByStaffAsync(number, caller, async ticket =>
        {
            await db.Drafts.On(ticket.Id, caller).ExecuteDeleteAsync(cancellationToken);
            var note = ticket.AddNote(Who.Staff(caller), text, time.GetUtcNow());
            return TypedResults.Created($"/api/tickets/{ticket.Number}/messages", new Answer(note.Id, note.At));
        }, cancellationToken);
    }
}
