using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;
using Helpdesk.Ticketing.Tickets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tracking;

/// <summary>
/// Replaces a ticket's link, which somebody else may have seen: the old one ends at once. The new one goes to the customer by mail
/// alone; neither the dispatcher nor who held the old one is told.
/// </summary>
static class RenewTrackingLink
{
    /// <summary>Who only holds a link, or owns the ticket, cannot fill the customer's mailbox by it.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{number}/tracking-links", HandleAsync).WithIdempotencyKey()
        .WithName("RenewTrackingLink").Produces(StatusCodes.Status202Accepted)
        .WithSummary("Replaces the ticket's link, by its owner or a dispatcher; the new one goes to the customer by mail");

    public static void MapByLink(RouteGroupBuilder api) => api.MapPost("/tracking-links", HandleByLinkAsync)
        .WithName("RenewTrackingLinkByLink").Produces(StatusCodes.Status202Accepted)
        .WithSummary("Replaces the link that the caller holds: it ends at once, the new one goes to the customer by mail");

    static Task<IResult> HandleAsync(
        string number, ClaimsPrincipal caller, HttpResponse http, TicketChange change, TicketingDbContext db, Seals seals,
        TimeProvider time, CancellationToken cancellationToken) => change.OfAsync(number, caller, async ticket =>
        {
            if (!caller.IsStaffFor(ticket.CustomerId))
                return await RenewAsCustomerAsync(ticket, CustomerVerification.SignedIn, http, db, seals, time, cancellationToken);
            if (!caller.IsDispatcher())
                return Problem.Of(StatusCodes.Status403Forbidden, "dispatcher-required",
                    "Only its owner or a dispatcher renews a ticket's link.");
            return Renew(ticket, Who.Staff(caller), seals, time.GetUtcNow());
        }, cancellationToken);

    static Task<IResult> HandleByLinkAsync(
        ClaimsPrincipal customer, HttpResponse http, TicketChange change, TicketingDbContext db, Seals seals, TimeProvider time,
        CancellationToken cancellationToken) =>
        change.OfTrackedAsync(customer.TrackedTicket(), _ => true, ticket =>
            RenewAsCustomerAsync(ticket, CustomerVerification.TrackingLink, http, db, seals, time, cancellationToken), cancellationToken);

    static async Task<IResult> RenewAsCustomerAsync(
        Ticket ticket, CustomerVerification shown, HttpResponse http, TicketingDbContext db, Seals seals, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await db.Database.ExecuteSqlAsync($"""
            insert into spent_key (key, forget_at) values ({SpentKey.OfRenewal(ticket.Id)}, {now + Pause})
            on conflict (key) do update set forget_at = excluded.forget_at where spent_key.forget_at <= {now}
            """, cancellationToken) > 0;
        if (due)
            return Renew(ticket, ticket.AsActor(shown), seals, now);
        http.Headers.RetryAfter = $"{Pause.TotalSeconds:0}";
        return Problem.Of(StatusCodes.Status429TooManyRequests, "link-renewed-already",
            "The link was renewed a moment ago; the new one is on its way by mail.");
    }

    static Accepted Renew(Ticket ticket, Actor by, Seals seals, DateTimeOffset now)
    {
        var secret = new TrackingSecret(Secrets.Create());
        ticket.RenewTrackingLink(Secrets.Hash(secret.Value), seals.Seal(secret), by, now);
        return TypedResults.Accepted((string?)null);
    }
}
