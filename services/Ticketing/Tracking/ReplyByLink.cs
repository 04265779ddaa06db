using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Replies;

namespace Helpdesk.Ticketing.Tracking;

static class ReplyByLink
{
    public sealed record Request([property: Required, TextLength(20_000)] string Text, string[]? Attachments = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/replies", HandleAsync).WithIdempotencyKey().WithName("ReplyByLink")
        .WithSummary("The customer replies; a closed ticket is reopened within the window, and goes on in a new one later")
        .Produces<ReplyToTicket.Answer>(StatusCodes.Status201Created);

    static async Task<IResult> HandleAsync(
        Request request, ClaimsPrincipal customer, CustomerReplyHandler customers, UploadReceipts uploads,
        CancellationToken cancellationToken)
    {
        if (!ReplyContent.Of(request.Text, request.Attachments, uploads).TryGet(out var content, out var wrong))
            return wrong.ToProblem();
        var route = ReplyRoute.From(customer.TrackedTicket(), CustomerVerification.TrackingLink);
        return (await customers.ReplyAsync(route, content, cancellationToken)).ToHttp(ReplyOutcome.Respond);
    }
}
