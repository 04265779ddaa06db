using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Mails;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Notification.Recipients;

/// <summary>
/// Who hears what, as far as the event itself tells. Nobody hears of their own act, but for the confirmation of an opened ticket, which
/// carries the link. Who else may want to hear of it, <see cref="StaffRecipients"/> knows.
/// </summary>
sealed class EventRecipients(ClosingOptions closing)
{
    public IEnumerable<OutgoingNotification> Find(TicketOpened e)
    {
        var mail = new TicketOpenedMail
        {
            Ticket = TicketDetails.ForCustomer(e.Ticket),
            ClosesAfter = closing.After,
            WarnsBefore = closing.After - closing.WarnAfter,
            FollowUpOf = e.FollowUpOf?.Number,
        };
        return [new(e.Ticket.Customer, mail, ByStranger: e.OpenedBy is { Kind: ActorKind.Customer, Id: null })];
    }

    public static IEnumerable<OutgoingNotification> Find(TrackingLinkRequested e) =>
        [new(e.Ticket.Customer, new TrackingLinkMail { Ticket = TicketDetails.ForCustomer(e.Ticket) }, ByStranger: true)];

    /// <summary>Also to who renewed it: the link that they had opens nothing any more.</summary>
    public static IEnumerable<OutgoingNotification> Find(TrackingLinkRenewed e) =>
        [new(e.Ticket.Customer, new TrackingLinkRenewedMail { Ticket = TicketDetails.ForCustomer(e.Ticket) })];

    public static IEnumerable<OutgoingNotification> Find(AssigneeChanged e)
    {
        if (e.To is null)
            return [];
        var mail = new TicketAssignedMail
        {
            Ticket = TicketDetails.ForStaff(e.Ticket),
            AssignedBy = e.ChangedBy.Kind == ActorKind.System ? null : e.ChangedBy.Name,
            OpenedAt = e.Ticket.OpenedAt,
            Comment = e.Reason,
        };
        return [new(e.To, mail, IsOwn(e.ChangedBy, e.To))];
    }

    public IEnumerable<OutgoingNotification> Find(AgentReplied e)
    {
        var mail = new AgentRepliedMail
        {
            Ticket = TicketDetails.ForCustomer(e.Ticket),
            Messages = [QuotedMessage.Of(e) with { Author = FirstName.Of(e.Author.Name) }],
            ClosesAfter = e.Ticket.Status == TicketStatus.WaitingOnCustomer ? closing.After : null,
        };
        return ToCustomer(e.Ticket, mail, e.Author);
    }

    public static IEnumerable<OutgoingNotification> Find(CustomerReplied e) =>
        e.Ticket.Assignee is { } agent ? [ToAgent(agent, e.Ticket, CustomerRepliedMail.Of(e))] : [];

    /// <param name="agent">Who works on the ticket.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="mail">What its customer said.</param>
    /// <param name="by">The member of the staff whose doing it was; null when it was the customer's.</param>
    public static OutgoingNotification ToAgent(Person agent, TicketSnapshot ticket, CustomerRepliedMail mail, Guid? by = null) =>
        new(agent, mail, agent.Id is { } id && (id == ticket.Customer.Id || id == by));

    public static IEnumerable<OutgoingNotification> Find(TicketStatusChanged e)
    {
        var mail = new StatusChangedMail
        {
            Ticket = TicketDetails.ForCustomer(e.Ticket),
            From = e.From,
            To = e.To,
            Agent = e.Ticket.Assignee is { } agent ? FirstName.Of(agent.Name) : null,
        };
        return ToCustomer(e.Ticket, mail, e.ChangedBy);
    }

    /// <summary>A closing by merging is told by <see cref="TicketMerged"/>, which knows where the ticket goes on.</summary>
    public static IEnumerable<OutgoingNotification> Find(TicketClosed e)
    {
        if (e.Reason == ClosingReason.Merged)
            return [];
        var mail = new TicketClosedMail
        {
            Ticket = TicketDetails.ForCustomer(e.Ticket),
            Because = e.Reason,
            ReopenableUntil = e.ReopenableUntil,
            Comment = e.Comment,
        };
        return ToCustomer(e.Ticket, mail, e.ClosedBy);
    }

    public static IEnumerable<OutgoingNotification> Find(ClosingWarningIssued e)
    {
        var ticket = TicketDetails.ForCustomer(e.Ticket);
        return [new(e.Ticket.Customer, new ClosingWarningMail { Ticket = ticket, RepliedAt = e.RepliedAt, ClosesAt = e.ClosesAt })];
    }

    /// <summary>Number and link of the ticket that goes on are told only to a customer whose ticket that is too.</summary>
    public static IEnumerable<OutgoingNotification> Find(TicketMerged e)
    {
        var goesOn = IsSame(e.Ticket.Customer, e.Into.Customer) ? e.Into : null;
        var ticket = TicketDetails.ForCustomer(e.Ticket) with
        {
            TrackingToken = (goesOn ?? e.Ticket).TrackingToken,
            LinkedTicketId = goesOn?.Id,
        };
        return ToCustomer(e.Ticket, new TicketMergedMail { Ticket = ticket, Into = goesOn?.Number }, e.MergedBy);
    }

    /// <summary>
    /// Other links are between the staff. One that the customer's own words made stands in the confirmation of the ticket.
    /// </summary>
    public static IEnumerable<OutgoingNotification> Find(TicketLinked e)
    {
        if (e.To.Kind != TicketLinkKind.FollowUpOf || e.LinkedBy.Kind != ActorKind.Staff)
            return [];
        var mail = new TicketFollowsMail { Ticket = TicketDetails.ForCustomer(e.Ticket), Earlier = e.To.Number };
        return ToCustomer(e.Ticket, mail, e.LinkedBy);
    }

    // A customer of the tracking link has no account, yet there is only one customer of a ticket.
    static IEnumerable<OutgoingNotification> ToCustomer(TicketSnapshot ticket, Mail mail, Actor by) =>
        [new(ticket.Customer, mail, by.Kind == ActorKind.Customer || IsOwn(by, ticket.Customer))];

    // The mail goes to the address: whoever reads it there reads the other ticket's mails too, with or without an account.
    static bool IsSame(Person one, Person other) => one.Id is { } id && other.Id is { } otherId ? id == otherId
        : EmailAddress.CanonicalOf(one.Email) == EmailAddress.CanonicalOf(other.Email);

    static bool IsOwn(Actor actor, Person to) => actor.Id is { } id && id == to.Id;
}
