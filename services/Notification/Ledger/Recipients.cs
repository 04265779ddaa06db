using Helpdesk.Contracts;
using Helpdesk.Notification.Mails;

namespace Helpdesk.Notification.Ledger;

/// <summary>
/// Who hears what. Nobody hears of his own act, but for the confirmation of an opened ticket, which carries the link; agents
/// hear of tickets that are theirs, never all of them of each.
/// </summary>
sealed class Recipients(ClosingPromise closing)
{
    const string OwnAct = "The recipient did this himself.";

    public IEnumerable<Addressed> Of(TicketOpened e) =>
        [new(e.Ticket.Customer, new TicketOpenedMail { Ticket = About.Customers(e.Ticket), ClosesAfter = closing.After, WarnsBefore = closing.After - closing.WarnAfter })];

    public static IEnumerable<Addressed> Of(AssigneeChanged e) => e.To is null
        ? []
        : [new(e.To, new TicketAssignedMail { Ticket = About.Agents(e.Ticket), AssignedBy = e.ChangedBy.Kind == ActorKind.System ? null : e.ChangedBy.Name, OpenedAt = e.Ticket.OpenedAt }, IfOwn(e.ChangedBy, e.To))];

    public IEnumerable<Addressed> Of(AgentReplied e) =>
        [new(e.Ticket.Customer, new AgentRepliedMail { Ticket = About.Customers(e.Ticket), Author = e.Author.Name, Words = e.Text, Files = Names(e.Attachments), ClosesAfter = e.Ticket.Status == TicketStatus.WaitingOnCustomer ? closing.After : null }, IfOwn(e.Author, e.Ticket.Customer, toCustomer: true))];

    public static IEnumerable<Addressed> Of(CustomerReplied e) => e.Ticket.Assignee is not { } agent
        ? []
        : [new(agent, new CustomerRepliedMail { Ticket = About.Agents(e.Ticket), Words = e.Text, Files = Names(e.Attachments) }, agent.Id is { } id && id == e.Ticket.Customer.Id ? OwnAct : null)];

    public static IEnumerable<Addressed> Of(TicketStatusChanged e) =>
        [new(e.Ticket.Customer, new StatusChangedMail { Ticket = About.Customers(e.Ticket), From = e.From, To = e.To, Agent = e.Ticket.Assignee?.Name }, IfOwn(e.ChangedBy, e.Ticket.Customer, toCustomer: true))];

    public static IEnumerable<Addressed> Of(TicketClosed e) =>
        [new(e.Ticket.Customer, new TicketClosedMail { Ticket = About.Customers(e.Ticket), Because = e.Reason, ReopenableUntil = e.ReopenableUntil, Words = e.Comment }, IfOwn(e.ClosedBy, e.Ticket.Customer, toCustomer: true))];

    public static IEnumerable<Addressed> Of(ClosingWarningIssued e) =>
        [new(e.Ticket.Customer, new ClosingWarningMail { Ticket = About.Customers(e.Ticket), RepliedAt = e.RepliedAt, ClosesAt = e.ClosesAt })];

    // A customer of the tracking link has no account, yet there is only one customer of a ticket.
    static string? IfOwn(Actor actor, Person to, bool toCustomer = false) =>
        (actor.Id is { } id && id == to.Id) || (toCustomer && actor.Kind == ActorKind.Customer) ? OwnAct : null;

    static string[] Names(IReadOnlyList<AttachedFile> files) => [.. files.Select(x => x.FileName)];
}
