using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.Ticketing.Tickets;

namespace Helpdesk.Ticketing.Tracking;

static class ReplyByLink
{
    public sealed record Request([property: Required, TextLength(20_000)] string Text, string[]? Attachments = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/replies", HandleAsync).WithIdempotencyKey().WithName("ReplyByLink")
        .WithSummary("The customer answers; a closed ticket opens again within the window, and goes on in a new one later").Produces<ReplyToTicket.Answer>(StatusCodes.Status201Created);

    static async Task<IResult> HandleAsync(Request request, ClaimsPrincipal customer, CustomersReply customers, Uploads uploads, CancellationToken cancellationToken) =>
        ReplyToTicket.Check(request.Text, request.Attachments, uploads, out var text, out var files)
        ?? await customers.SayAsync(customer.TrackedTicket(), signedIn: false, text, files, cancellationToken);
}
