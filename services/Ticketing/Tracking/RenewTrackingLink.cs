using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>
/// Replaces a ticket's link, which somebody else may have seen: the old one ends at once. The new one goes to the customer by mail
/// alone; neither the dispatcher nor who held the old one is told.
/// </summary>
static class RenewTrackingLink
{
    /// <summary>Whoever only holds a link, or owns the ticket, cannot fill the customer's mailbox by it.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    static Refusal DispatcherRequired { get; } = new(
        ProblemTypes.DispatcherRequired, "Only its owner or a dispatcher renews a ticket's link.", StatusCodes.Status403Forbidden);

    static Refusal RenewedAlready { get; } = new(
        ProblemTypes.LinkRenewedAlready, "The link was renewed a moment ago; the new one is on its way by mail.",
        StatusCodes.Status429TooManyRequests);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/tracking-links", HandleAsync).AllowTrackingLink()
        .WithIdempotencyKey().WithName("RenewTrackingLink").Produces(StatusCodes.Status202Accepted)
        .WithSummary("Replaces the ticket's link, by its owner, its holder or a dispatcher; the new one goes to the customer by mail");

    static async Task<IResult> HandleAsync(
        string number, ClaimsPrincipal caller, HttpResponse http, TicketUnitOfWork work, TicketingDbContext db, ValueProtector protector,
        TimeProvider time, CancellationToken cancellationToken)
    {
        // Whoever holds a link replaces that one, whichever ticket it led them to.
        var which = caller.TrackingIdentity() is { } link && link.Opens(number) ? link.Own.Number : number;
        var result = await work.ChangeAsync<Ticket>(
            which,
            caller,
            async ticket =>
            {
                if (!caller.IsStaffFor(ticket.CustomerId))
                    return await RenewAsCustomerAsync(ticket, caller.Verification(), db, protector, time, cancellationToken);
                return caller.IsDispatcher() ? Renew(ticket, caller.ToStaffActor(), protector, time.GetUtcNow()) : DispatcherRequired;
            },
            Accepted,
            cancellationToken);
        return Respond(result, http);
    }

    static async Task<Result<Ticket>> RenewAsCustomerAsync(
        Ticket ticket, CustomerVerification shown, TicketingDbContext db, ValueProtector protector, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return await db.TryConsumeAsync(ConsumedKey.ForLinkRenewal(ticket.Id), Pause, now, cancellationToken)
            ? Renew(ticket, ticket.CustomerActor(shown), protector, now)
            : RenewedAlready;
    }

    static Ticket Renew(Ticket ticket, Actor by, ValueProtector protector, DateTimeOffset now)
    {
        var secret = TrackingSecrets.Create();
        ticket.RenewTrackingLink(TrackingSecrets.Hash(secret.Value), protector.Protect(secret), by, now);
        return ticket;
    }

    static IResult Respond(Result<Ticket> result, HttpResponse http)
    {
        if (!result.TryGet(out _, out var refusal) && refusal == RenewedAlready)
            http.Headers.RetryAfter = $"{Pause.TotalSeconds:0}";
        return result.ToHttp(Accepted);
    }

    static IResult Accepted(Ticket ticket) => TypedResults.Accepted((string?)null);
}
