using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Sealing;
using Helpdesk.Ticketing.Tracking;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Opens the ticket in which a customer goes on after his old one ended for good.</summary>
sealed class FollowUps(TicketingDbContext db, IPublishEndpoint publish, Seals seals, TrackingLinks links, TimeProvider time)
{
    /// <summary>The new ticket, to be saved with the old one; null when no category takes tickets any more.</summary>
    public async Task<Ticket?> OpenAsync(Ticket old, bool signedIn, string text, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        var next = await db.Database.SqlQuery<Next>($"""
            select nextval('ticket_number') as "Number", id as "Id", title as "Title", area_id as "AreaId", priority as "Priority" from category
            where not retired order by id = {old.CategoryId} desc, area_id = {old.AreaId} desc, title limit 1
            """).SingleOrDefaultAsync(cancellationToken);
        if (next is null)
            return null;
        var now = time.GetUtcNow();
        var secret = Secrets.Create();
        // The account speaks for what is opened only when it was signed in: a link may be in other hands.
        var verification = signedIn ? CustomerVerification.SignedIn : CustomerVerification.TrackingLink;
        var by = old.AsActor(verification) with { Id = signedIn ? old.CustomerId : null };
        var beginning = new Ticket.Beginning(
            TicketNumber.Format(next.Number), old.Subject, text, next.Priority, next.Id, next.Title, next.AreaId,
            old.Customer, files, Secrets.Hash(secret), seals.Seal(new TrackingSecret(secret)), old.As(TicketLinkKind.FollowUpOf))
        {
            Verification = verification,
            TypedName = signedIn ? null : old.TypedName,
            TypedEmail = signedIn ? null : old.TypedEmail,
            TypedLanguage = signedIn ? null : old.TypedLanguage,
        };
        var ticket = Ticket.Open(beginning, by, now);
        db.Add(ticket);
        db.Add(new TicketLink { TicketId = ticket.Id, OtherId = old.Id, Kind = TicketLinkKind.FollowUpOf, LinkedAt = now });
        old.GoOnIn(ticket, now);
        await ticket.PublishAsync(publish, cancellationToken);
        return ticket;
    }

    /// <summary>Where the customer finds the other ticket. The link only when it is his beyond doubt; it stands in his mail in any case.</summary>
    public ReplyToTicket.Elsewhere Tell(Ticket ticket, bool withLink)
    {
        var secret = withLink ? seals.Open<TrackingSecret>(ticket.TrackingToken) : null;
        return new(ticket.Number, secret?.Value, secret is null ? null : links.To(secret));
    }

    sealed record Next(long Number, Guid Id, string Title, Guid AreaId, TicketPriority Priority);
}
