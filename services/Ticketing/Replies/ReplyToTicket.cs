using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Drafts;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Replies;

static class ReplyToTicket
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/replies", HandleAsync).AllowTrackingLink()
        .WithIdempotencyKey().WithName("ReplyToTicket").WithSummary("Replies publicly, as staff or as the ticket's customer")
        .Produces<ReplyToTicketResponse>(StatusCodes.Status201Created);

    static async Task<IResult> HandleAsync(
        string number, ReplyToTicketRequest request, ClaimsPrincipal caller, TicketUnitOfWork work, CustomerReplyHandler customers,
        UploadReceipts uploads, TicketingDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!ReplyContent.Of(request.Text, request.Attachments, uploads).TryGet(out var content, out var wrong))
            return wrong.ToProblem();
        var result = await work.ChangeAsync(
            number,
            caller,
            async ticket =>
            {
                var reply = Reply(ticket, caller, content, request.Status ?? TicketStatus.WaitingOnCustomer, time.GetUtcNow());
                if (reply.TryGet(out var outcome, out _) && outcome is ReplyOutcome.Accepted)
                    await db.Drafts.On(ticket.Id, caller).ExecuteDeleteAsync(cancellationToken);
                return reply;
            },
            ReplyOutcome.Respond,
            cancellationToken);
        if (result.TryGet(out var done, out _) && done is ReplyOutcome.Forwarded(var route))
            result = await customers.ReplyAsync(route, content, cancellationToken);
        return result.ToHttp(ReplyOutcome.Respond);
    }

    static Result<ReplyOutcome> Reply(Ticket ticket, ClaimsPrincipal caller, ReplyContent content, TicketStatus status, DateTimeOffset now)
    {
        var asStaff = caller.IsStaffFor(ticket.CustomerId);
        if (!asStaff && ticket.IsClosedForGood(now))
            return new ReplyOutcome.Forwarded(ReplyRoute.From(ticket.Id, caller.Verification()));
        var reply = asStaff
            ? ticket.ReplyAsStaff(caller.ToStaffActor(), content.Text, content.Files, status, now)
            : ticket.ReplyAsCustomer(content.Text, content.Files, caller.Verification(), now);
        return reply.TryGet(out var message, out var refusal) ? new ReplyOutcome.Accepted(ticket, message) : refusal;
    }
}
