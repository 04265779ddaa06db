using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Drafts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

static class ReplyToTicket
{
    /// <summary>An answer. Staff may say where the ticket goes with it; else it waits for the customer.</summary>
    public sealed record Request(
        [property: Required, TextLength(20_000)] string Text, string[]? Attachments = null,
        [property: EnumDataType(typeof(TicketStatus))] TicketStatus? Status = null);

    /// <summary>The answer as it was taken, and the ticket it went into when that is not the one that was named.</summary>
    public sealed record Answer(Guid Id, DateTimeOffset At, TicketStatus Status, Elsewhere? Elsewhere = null);

    /// <summary>A follow-up of the ticket, or the one that it was merged into.</summary>
    public sealed record Elsewhere(string Number, string? TrackingSecret, string? TrackingUrl);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/replies", HandleAsync).WithIdempotencyKey().WithName("ReplyToTicket")
        .WithSummary("Answers publicly, as staff or as the ticket's customer").Produces<Answer>(StatusCodes.Status201Created);

    /// <summary>Checks an answer's text and files; what is wrong with them, or null.</summary>
    public static IResult? Check(string typed, string[]? receipts, Uploads uploads, out string text, out IReadOnlyList<AttachedFile> files)
    {
        text = TextSanitizer.Multiline(typed);
        if (uploads.Read(receipts, out files) is { } badFiles)
            return badFiles;
        return text.Length == 0 ? Problem.Invalid("text", "Please write something.") : null;
    }

    public static IResult Said(Ticket ticket, Refusal? refusal, Message? message, Elsewhere? elsewhere = null) => refusal is null
        ? TypedResults.Created($"/api/tickets/{ticket.Number}/messages", new Answer(message!.Id, message.At, ticket.Status, elsewhere))
        : refusal.ToProblem();

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketChange change, CustomersReply customers, Uploads uploads, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Check(request.Text, request.Attachments, uploads, out var text, out var files) is { } wrong)
            return wrong;
        Guid? ended = null;
        var result = await change.OfAsync(number, caller, async ticket =>
        {
            var (asStaff, now) = (caller.IsStaffFor(ticket.CustomerId), time.GetUtcNow());
            if (!asStaff && ticket.EndedForGood(now))
            {
                ended = ticket.Id;
                return TypedResults.NoContent();
            }

            var refusal = asStaff
                ? ticket.ReplyAsStaff(Who.Staff(caller), text, files, request.Status ?? TicketStatus.WaitingOnCustomer, now, out var message)
                : ticket.ReplyAsCustomer(text, files, CustomerVerification.SignedIn, now, out message);
            if (refusal is null)
                await db.Drafts.On(ticket.Id, caller).ExecuteDeleteAsync(cancellationToken);
            return Said(ticket, refusal, message);
        }, cancellationToken);
        return ended is { } old ? await customers.SayAsync(old, signedIn: true, text, files, cancellationToken) : result;
    }
}
