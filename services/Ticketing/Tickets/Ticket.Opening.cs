using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Tickets;

sealed partial class Ticket
{
    /// <summary>What a new ticket is made of, checked and cleaned.</summary>
    public sealed record Beginning(
        string Number, string Subject, string Description, TicketPriority Priority, Guid CategoryId, string CategoryTitle, Guid AreaId,
        Person Customer, IReadOnlyList<AttachedFile> Files, byte[] TrackingHash, string TrackingToken, LinkedTicket? FollowUpOf = null)
    {
        public CustomerVerification? Verification { get; init; }
        public string? TypedName { get; init; }
        public string? TypedEmail { get; init; }
        public string? TypedLanguage { get; init; }
    }

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
            CustomerEmailCanonical = EmailAddress.CanonicalOf(with.Customer.Email),
            Verification = with.Verification,
            TypedName = with.TypedName,
            TypedEmail = with.TypedEmail,
            TypedLanguage = with.TypedLanguage,
            Language = with.Customer.Language,
            TrackingHash = with.TrackingHash,
            TrackingToken = with.TrackingToken,
            OpenedAt = now,
            OpenedById = by.Kind == ActorKind.Staff ? by.Id : null,
        };
        // The first words are the customer's, also when staff typed them for the customer; the timeline says who did.
        var author = ticket.AsActor() with { Name = with.TypedName ?? with.Customer.Name };
        ticket.Say(MessageKind.PublicReply, author, with.Description, with.Files, now, with.Verification);
        ticket.Record(TimelineKind.Opened, by, now, ("followUpOf", with.FollowUpOf?.Number));
        ticket._unpublished.Add(new TicketOpened
        {
            Ticket = ticket.Snapshot(), Description = with.Description, OpenedBy = by, Attachments = with.Files,
            Verification = with.Verification, FollowUpOf = with.FollowUpOf,
        });
        return ticket;
    }
}
