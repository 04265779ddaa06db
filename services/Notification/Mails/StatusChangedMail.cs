using Helpdesk.Contracts;
using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: where the ticket stands now, and what that means.</summary>
public sealed record StatusChangedMail : TicketMail
{
    public const string Name = "status-changed";

    public required TicketStatus From { get; init; }
    public required TicketStatus To { get; init; }
    /// <summary>First name of who works on it; empty when that cannot be told, null when nobody does.</summary>
    public string? Agent { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(StatusChangedHtml);
    internal override NotificationKind? Kind => NotificationKind.StatusChanged;
    public override string Heading(Letter letter) => letter["status-changed.heading", letter[$"status.{To}"]];

    // Where it was before the first and where it is after the last.
    internal override Mail? With(Mail later) => later is not StatusChangedMail other ? null
        : other.Ticket.Version >= Ticket.Version ? other with { From = From } : this with { From = other.From };

    public string Meaning(Letter letter) => letter[$"status-changed.{To}"];

    public (string Label, string Value)[] Facts(Letter letter) =>
    [
        ("fact.before", letter[$"status.{From}"]),
        ("fact.now", letter[$"status.{To}"]),
        ("fact.agent", Agent is null ? letter["agent.none"] : Agent.Length == 0 ? letter["agent.unnamed"] : Agent),
    ];

    public override string Text(Letter letter) => $"""
        {Heading(letter)}. {Meaning(letter)}

        {string.Join("\n", Facts(letter).Select(x => letter.Fact(x.Label, x.Value)))}
        """;
}
