using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;

namespace Helpdesk.Ticketing.Tickets;

static class ReplyToTicket
{
    /// <summary>An answer. Staff may say where the ticket goes with it; else it waits for the customer.</summary>
    public sealed record Request(
        [property: Required, StringLength(20_000, MinimumLength = 1)] string Text, string[]? Attachments = null,
        [property: EnumDataType(typeof(TicketStatus))] TicketStatus? Status = null);

    public sealed record Answer(Guid Id, DateTimeOffset At, TicketStatus Status);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/replies", HandleAsync).WithName("ReplyToTicket")
        .WithSummary("Answers publicly, as staff or as the ticket's customer").Produces<Answer>(StatusCodes.Status201Created);

    /// <summary>Checks an answer's text and files; what is wrong with them, or null.</summary>
    public static IResult? Check(string typed, string[]? receipts, Uploads uploads, out string text, out IReadOnlyList<AttachedFile> files)
    {
        text = Words.Text(typed);
        if (uploads.Read(receipts, out files) is { } badFiles)
            return badFiles;
        return text.Length == 0 ? Problem.Invalid("text", "Please write something.") : null;
    }

    public static IResult Said(Ticket ticket, Refusal? refusal, Message? message) => refusal is null
        ? TypedResults.Created($"/api/tickets/{ticket.Number}/messages", new Answer(message!.Id, message.At, ticket.Status))
        : refusal.ToProblem();

    static async Task<IResult> HandleAsync(
        string number, Request request, ClaimsPrincipal caller, TicketChange change, Uploads uploads, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Check(request.Text, request.Attachments, uploads, out var text, out var files) is { } wrong)
            return wrong;
        return await change.OfAsync(number, caller, ticket =>
        {
            var refusal = caller.IsStaffFor(ticket.CustomerId)
                ? ticket.ReplyAsStaff(Who.Staff(caller), text, files, request.Status ?? TicketStatus.WaitingOnCustomer, time.GetUtcNow(), out var message)
                : ticket.ReplyAsCustomer(text, files, time.GetUtcNow(), out message);
            return Said(ticket, refusal, message);
        }, cancellationToken);
    }
}
