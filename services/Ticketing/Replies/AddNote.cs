using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Drafts;
using Helpdesk.Ticketing.Model;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Replies;

static class AddNote
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/notes", HandleAsync).RequireAuthorization(Policies.Staff)
        .WithIdempotencyKey().WithName("AddNote").WithSummary("Leaves a note that only staff can read")
        .Produces<AddNoteResponse>(StatusCodes.Status201Created);

    static async Task<IResult> HandleAsync(
        string number, AddNoteRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, TicketingDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var text = TextSanitizer.Multiline(request.Text);
        if (text.Length == 0)
            return Problem.Invalid("text", "Please write something.");
        var result = await work.ChangeAsStaffAsync<Message>(
            number,
            caller,
            async ticket =>
            {
                await db.Drafts.On(ticket.Id, caller).ExecuteDeleteAsync(cancellationToken);
                return ticket.AddNote(caller.ToStaffActor(), text, time.GetUtcNow());
            },
            note => Respond(number, note),
            cancellationToken);
        return result.ToHttp(note => Respond(number, note));
    }

    static Created<AddNoteResponse> Respond(string number, Message note) =>
        TypedResults.Created($"/api/tickets/{number}/messages", new AddNoteResponse(note.Id, note.At));
}
