using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To the agent: this ticket is yours now.</summary>
public sealed record TicketAssignedMail : TicketMail
{
    public const string Name = "ticket-assigned";

    /// <summary>Who decided; null when Helpdesk chose by the area's turn.</summary>
    public string? AssignedBy { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>What who passed it on wrote about it, as plain text; null when nothing.</summary>
    public string? Words { get; init; }

    /// <summary>Whether nothing shows that who opened it is the customer.</summary>
    public bool Unverified { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(TicketAssignedHtml);
    internal override NotificationKind? Kind => NotificationKind.TicketAssigned;
    public override string Heading(Letter letter) => letter["ticket-assigned.heading", Ticket.Number];

    public string Lead(Letter letter) => AssignedBy is null ? letter["ticket-assigned.by-turn"] : letter["ticket-assigned.by-person", AssignedBy];

    public string? UnverifiedInWords(Letter letter) => Unverified ? letter["unverified.opened"] : null;

    public (string Label, string Value)[] Facts(Letter letter) =>
    [
        ("fact.subject", Ticket.Subject),
        ("fact.customer", Ticket.Customer),
        ("fact.category", Ticket.Category),
        ("fact.priority", letter[$"priority.{Ticket.Priority}"]),
        ("fact.opened", letter.When(OpenedAt)),
    ];

    public override string Text(Letter letter)
    {
        var (words, more) = letter.Excerpt(Words ?? "");
        var facts = string.Join("\n", Facts(letter).Select(x => letter.Fact(x.Label, x.Value)));
        return Letter.Blocks(Lead(letter), Words is null ? null : Letter.Quote(words), more, facts, UnverifiedInWords(letter));
    }
}
