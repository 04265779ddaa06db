using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Tickets;
using Helpdesk.Api.Tracking;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Replies;

namespace Helpdesk.Ticketing.Tracking;

static class ReplyByLink
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/replies", HandleAsync).WithIdempotencyKey().WithName("ReplyByLink")
        .WithSummary("The customer replies; a closed ticket is reopened within the window, and goes on in a new one later")
        .Produces<ReplyToTicketResponse>(StatusCodes.Status201Created);

    static async Task<IResult> HandleAsync(
        ReplyByLinkRequest request, ClaimsPrincipal customer, CustomerReplyHandler customers, UploadReceipts uploads,
        CancellationToken cancellationToken)
    {
        if (!ReplyContent.Of(request.Text, request.Attachments, uploads).TryGet(out var content, out var wrong))
            return wrong.ToProblem();
        var route = ReplyRoute.From(customer.TrackedTicket(), CustomerVerification.TrackingLink);
        return (await customers.ReplyAsync(route, content, cancellationToken)).ToHttp(ReplyOutcome.Respond);
    }
}
