using Helpdesk.Api.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To the agent: this ticket is yours now.</summary>
public sealed record TicketAssignedMail : TicketMail
{
    public const string Name = "ticket-assigned";

    /// <summary>Who decided; null when Helpdesk chose by the area's turn.</summary>
    public string? AssignedBy { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>What who passed it on wrote about it, as plain text; null when nothing.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether nothing shows that who opened it is the customer.</summary>
    public bool Unverified { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketAssignedHtml);
    internal override NotificationKind? Kind => NotificationKind.TicketAssigned;
    public override string Heading(MailFormatter format) => format["ticket-assigned.heading", Ticket.Number];

    public string Lead(MailFormatter format) =>
        AssignedBy is null ? format["ticket-assigned.by-turn"] : format["ticket-assigned.by-person", AssignedBy];

    public string? UnverifiedText(MailFormatter format) => Unverified ? format["unverified.opened"] : null;

    public (string Label, string Value)[] Facts(MailFormatter format) =>
    [
        ("fact.subject", Ticket.Subject),
        ("fact.customer", Ticket.Customer),
        ("fact.category", Ticket.Category),
        ("fact.priority", format[$"priority.{Ticket.Priority}"]),
        ("fact.opened", format.When(OpenedAt)),
    ];

    public override string Text(MailFormatter format)
    {
        var (words, more) = format.Excerpt(Comment ?? "");
        var facts = string.Join("\n", Facts(format).Select(x => format.Fact(x.Label, x.Value)));
        return MailFormatter.Blocks(Lead(format), Comment is null ? null : MailFormatter.Quote(words), more, facts, UnverifiedText(format));
    }
}
