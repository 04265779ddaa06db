using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

sealed partial class Ticket
{
    public static Ticket Open(NewTicket data, Actor by, DateTimeOffset now)
    {
        var ticket = new Ticket
        {
            Id = Guid.CreateVersion7(now),
            Number = data.Number,
            Subject = data.Subject,
            Priority = data.Priority,
            CategoryId = data.CategoryId,
            CategoryTitle = data.CategoryTitle,
            AreaId = data.AreaId,
            CustomerId = data.Customer.Id,
            CustomerName = data.Customer.Name,
            CustomerEmail = data.Customer.Email,
            CustomerCanonicalEmail = EmailAddress.CanonicalOf(data.Customer.Email),
            Verification = data.Verification,
            TypedName = data.Typed?.Name,
            TypedEmail = data.Typed?.Email,
            TypedLanguage = data.Typed?.Language,
            Language = data.Customer.Language,
            TrackingHash = data.TrackingHash,
            TrackingToken = data.TrackingToken,
            OpenedAt = now,
            OpenedById = by.Kind == ActorKind.Staff ? by.Id : null,
        };
        // The first words are the customer's, also when staff typed them for the customer; the timeline says who did.
        var author = ticket.CustomerActor() with { Name = ticket.TypedName ?? ticket.CustomerName };
        ticket.AddMessage(MessageKind.PublicReply, author, data.Description, data.Files, now, data.Verification);
        ticket.Record(TimelineKind.Opened, by, now, ("followUpOf", data.FollowUpOf?.Number));
        ticket._events.Add(new TicketOpened
        {
            Ticket = ticket.Snapshot(), Description = data.Description, OpenedBy = by, Attachments = data.Files,
            Verification = data.Verification, FollowUpOf = data.FollowUpOf,
        });
        return ticket;
    }
}
