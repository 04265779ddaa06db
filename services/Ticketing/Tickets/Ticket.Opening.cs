using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

sealed partial class Ticket
{
    /// <summary>What a new ticket is made of, checked and cleaned.</summary>
    public sealed record Beginning(
        string Number, string Subject, string Description, TicketPriority Priority, Guid CategoryId, string CategoryTitle, Guid AreaId,
        Person Customer, IReadOnlyList<AttachedFile> Files, byte[] TrackingHash, string TrackingToken, LinkedTicket? FollowUpOf = null);

    public static Ticket Open(Beginning with, Actor by, DateTimeOffset now)
    {
        var ticket = new Ticket
        {
            Id = Guid.CreateVersion7(now),
            Number = with.Number,
            Subject = with.Subject,
            Priority = with.Priority,
            CategoryId = with.CategoryId,
            CategoryTitle = with.CategoryTitle,
            AreaId = with.AreaId,
            CustomerId = with.Customer.Id,
            CustomerName = with.Customer.Name,
            CustomerEmail = with.Customer.Email,
            Language = with.Customer.Language,
            TrackingHash = with.TrackingHash,
            TrackingToken = with.TrackingToken,
            OpenedAt = now,
            OpenedById = by.Kind == ActorKind.Staff ? by.Id : null,
        };
        // The first words are the customer's, also when staff typed them for him; the timeline says who did.
        ticket.Say(MessageKind.PublicReply, ticket.AsActor(), with.Description, with.Files, now);
        ticket.Record(TimelineKind.Opened, by, now, ("followUpOf", with.FollowUpOf?.Number));
        ticket._unpublished.Add(new TicketOpened { Ticket = ticket.Snapshot(), Description = with.Description, OpenedBy = by, Attachments = with.Files, FollowUpOf = with.FollowUpOf });
        return ticket;
    }

    /// <summary>The customer as the one who acts.</summary>
    public Actor AsActor() => new(ActorKind.Customer, CustomerId, CustomerName);
}
