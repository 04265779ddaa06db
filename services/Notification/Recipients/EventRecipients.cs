using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// Who hears what, as far as the event itself tells. Nobody hears of his own act, but for the confirmation of an opened ticket,
/// which carries the link. Who else may want to hear of it, <see cref="StaffRecipients"/> knows.
/// </summary>
sealed class EventRecipients(ClosingOptions closing)
{
    public IEnumerable<OutgoingNotification> Find(TicketOpened e) =>
        [new(e.Ticket.Customer, new TicketOpenedMail { Ticket = TicketDetails.ForCustomer(e.Ticket), ClosesAfter = closing.After, WarnsBefore = closing.After - closing.WarnAfter, FollowUpOf = e.FollowUpOf?.Number },
            ByStranger: e.OpenedBy is { Kind: ActorKind.Customer, Id: null })];

    public static IEnumerable<OutgoingNotification> Find(TrackingLinkRequested e) => [new(e.Ticket.Customer, new TrackingLinkMail { Ticket = TicketDetails.ForCustomer(e.Ticket) }, ByStranger: true)];

    /// <summary>Also to who renewed it: the link that they had opens nothing any more.</summary>
    public static IEnumerable<OutgoingNotification> Find(TrackingLinkRenewed e) =>
        [new(e.Ticket.Customer, new TrackingLinkRenewedMail { Ticket = TicketDetails.ForCustomer(e.Ticket) })];

    public static IEnumerable<OutgoingNotification> Find(AssigneeChanged e) => e.To is null
        ? []
        : [new(e.To, new TicketAssignedMail { Ticket = TicketDetails.ForStaff(e.Ticket), AssignedBy = e.ChangedBy.Kind == ActorKind.System ? null : e.ChangedBy.Name, OpenedAt = e.Ticket.OpenedAt, Comment = e.Reason }, IsOwn(e.ChangedBy, e.To))];

    public IEnumerable<OutgoingNotification> Find(AgentReplied e) =>
        [new(e.Ticket.Customer, new AgentRepliedMail { Ticket = TicketDetails.ForCustomer(e.Ticket), Messages = [Quote(e) with { Author = FirstName.Of(e.Author.Name) }], ClosesAfter = e.Ticket.Status == TicketStatus.WaitingOnCustomer ? closing.After : null }, IsOwn(e.Author, e.Ticket.Customer, toCustomer: true))];

    public static IEnumerable<OutgoingNotification> Find(CustomerReplied e) =>
        e.Ticket.Assignee is { } agent ? [ToAgent(agent, e.Ticket, ReplyMail(e))] : [];

    public static CustomerRepliedMail ReplyMail(CustomerReplied e) => new() { Ticket = TicketDetails.ForStaff(e.Ticket), Messages = [Quote(e)] };

    /// <summary>What its customer said while closing it; null when nothing.</summary>
    public static CustomerRepliedMail? ReplyMail(TicketClosed e) => e is not { ClosedBy.Kind: ActorKind.Customer, Comment: { } words } ? null
        : new() { Ticket = TicketDetails.ForStaff(e.Ticket), Messages = [new(e.Ticket.Customer.Name, words, [], e.Ticket.Version, false)] };

    /// <param name="agent">Who works on the ticket.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="mail">What its customer said.</param>
    /// <param name="by">The member of the staff whose doing it was; null when it was the customer's.</param>
    public static OutgoingNotification ToAgent(Person agent, TicketSnapshot ticket, CustomerRepliedMail mail, Guid? by = null) =>
        new(agent, mail, agent.Id is { } id && (id == ticket.Customer.Id || id == by));

    public static IEnumerable<OutgoingNotification> Find(TicketStatusChanged e) =>
        [new(e.Ticket.Customer, new StatusChangedMail { Ticket = TicketDetails.ForCustomer(e.Ticket), From = e.From, To = e.To, Agent = e.Ticket.Assignee is { } agent ? FirstName.Of(agent.Name) : null }, IsOwn(e.ChangedBy, e.Ticket.Customer, toCustomer: true))];

    /// <summary>A closing by merging is told by <see cref="TicketMerged"/>, which knows where the ticket goes on.</summary>
    public static IEnumerable<OutgoingNotification> Find(TicketClosed e) => e.Reason == ClosingReason.Merged
        ? []
        : [new(e.Ticket.Customer, new TicketClosedMail { Ticket = TicketDetails.ForCustomer(e.Ticket), Because = e.Reason, ReopenableUntil = e.ReopenableUntil, Comment = e.Comment }, IsOwn(e.ClosedBy, e.Ticket.Customer, toCustomer: true))];

    public static IEnumerable<OutgoingNotification> Find(ClosingWarningIssued e) =>
        [new(e.Ticket.Customer, new ClosingWarningMail { Ticket = TicketDetails.ForCustomer(e.Ticket), RepliedAt = e.RepliedAt, ClosesAt = e.ClosesAt })];

    /// <summary>Number and link of the ticket that goes on are told to him alone whose ticket that is too.</summary>
    public static IEnumerable<OutgoingNotification> Find(TicketMerged e)
    {
        var goesOn = IsSame(e.Ticket.Customer, e.Into.Customer) ? e.Into : null;
        var about = TicketDetails.ForCustomer(e.Ticket) with { TrackingToken = (goesOn ?? e.Ticket).TrackingToken, LinkedTicketId = goesOn?.Id };
        return [new(e.Ticket.Customer, new TicketMergedMail { Ticket = about, Into = goesOn?.Number }, IsOwn(e.MergedBy, e.Ticket.Customer, toCustomer: true))];
    }

    /// <summary>Other links are between the staff. One that the customer's own words made stands in the confirmation of the ticket.</summary>
    public static IEnumerable<OutgoingNotification> Find(TicketLinked e) => e.To.Kind != TicketLinkKind.FollowUpOf || e.LinkedBy.Kind != ActorKind.Staff
        ? []
        : [new(e.Ticket.Customer, new TicketFollowsMail { Ticket = TicketDetails.ForCustomer(e.Ticket), Earlier = e.To.Number }, IsOwn(e.LinkedBy, e.Ticket.Customer, toCustomer: true))];

    public static QuotedMessage Quote(AgentReplied e) => new(e.Author.Name, e.Text, Names(e.Attachments), e.Ticket.Version);

    public static QuotedMessage Quote(CustomerReplied e) => new(
        e.Ticket.Customer.Name, e.Text, Names(e.Attachments), e.Ticket.Version, e.Verification == CustomerVerification.Unverified);

    // The mail goes to the address: whoever reads it there reads the other ticket's mails too, whether or not that was opened with an account.
    static bool IsSame(Person one, Person other) => one.Id is { } id && other.Id is { } otherId ? id == otherId
        : EmailAddress.CanonicalOf(one.Email) == EmailAddress.CanonicalOf(other.Email);

    // A customer of the tracking link has no account, yet there is only one customer of a ticket.
    static bool IsOwn(Actor actor, Person to, bool toCustomer = false) => (actor.Id is { } id && id == to.Id) || (toCustomer && actor.Kind == ActorKind.Customer);

    static string[] Names(IReadOnlyList<AttachedFile> files) => [.. files.Select(x => x.FileName)];
}
