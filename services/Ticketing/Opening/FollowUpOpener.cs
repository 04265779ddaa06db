using Helpdesk.Api;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Tracking;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Opening;

/// <summary>Opens the ticket in which a customer goes on after the old one was closed for good.</summary>
sealed class FollowUpOpener(TicketingDbContext db, IPublishEndpoint publish, ValueProtector protector, TimeProvider time)
{
    static Refusal NoCategory { get; } = new(
        ProblemTypes.NoCategory, "This ticket was closed too long ago, and no new one can be opened at the moment.");

    /// <summary>The new ticket, to be saved with the old one; refused when no category takes tickets any more.</summary>
    /// <param name="old">The one that is closed for good.</param>
    /// <param name="shown">What shows that the customer writes. The account speaks for what is opened only when it was signed in.</param>
    /// <param name="text">What they write.</param>
    /// <param name="files">What comes with it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Result<Ticket>> OpenAsync(
        Ticket old, CustomerVerification shown, string text, IReadOnlyList<AttachedFile> files, CancellationToken cancellationToken)
    {
        var next = await db.Database.SqlQuery<Next>($"""
            select nextval('ticket_number') as number, id, title, area_id, priority
            from category where not retired order by id = {old.CategoryId} desc, area_id = {old.AreaId} desc, title limit 1
            """).SingleOrDefaultAsync(cancellationToken);
        if (next is null)
            return NoCategory;
        var (now, secret, signedIn) = (time.GetUtcNow(), TrackingSecrets.Create(), shown == CustomerVerification.SignedIn);
        var ticket = Ticket.Open(new()
        {
            Number = TicketNumber.Format(next.Number),
            Subject = old.Subject,
            Description = text,
            Priority = next.Priority,
            CategoryId = next.Id,
            CategoryTitle = next.Title,
            AreaId = next.AreaId,
            Customer = old.Customer,
            Files = files,
            TrackingHash = TrackingSecrets.Hash(secret.Value),
            TrackingToken = protector.Protect(secret),
            Verification = shown,
            Typed = signedIn ? null : old.Typed,
            FollowUpOf = old.ToLinked(TicketLinkKind.FollowUpOf),
        }, old.CustomerActor(shown) with { Id = signedIn ? old.CustomerId : null }, now);
        db.Add(ticket);
        db.Add(new TicketLink { TicketId = ticket.Id, OtherId = old.Id, Kind = TicketLinkKind.FollowUpOf, LinkedAt = now });
        old.ContinueIn(ticket, now);
        await publish.PublishEventsAsync(ticket, cancellationToken);
        return ticket;
    }

    sealed record Next(long Number, Guid Id, string Title, Guid AreaId, TicketPriority Priority);
}
