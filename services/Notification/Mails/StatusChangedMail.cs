using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;

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
    public override string Heading(MailFormatter format) => format["status-changed.heading", format[$"status.{To}"]];

    // Where it was before the first and where it is after the last.
    internal override bool TryCombine(Mail later, [NotNullWhen(true)] out Mail? combined)
    {
        combined = later is not StatusChangedMail other ? null
            : other.Ticket.Version >= Ticket.Version ? other with { From = From } : this with { From = other.From };
        return combined is not null;
    }

    public string Meaning(MailFormatter format) => format[$"status-changed.{To}"];

    public (string Label, string Value)[] Facts(MailFormatter format) =>
    [
        ("fact.before", format[$"status.{From}"]),
        ("fact.now", format[$"status.{To}"]),
        ("fact.agent", Agent is null ? format["agent.none"] : Agent.Length == 0 ? format["agent.unnamed"] : Agent),
    ];

    public override string Text(MailFormatter format) => $"""
        {Meaning(format)}

        {string.Join("\n", Facts(format).Select(x => format.Fact(x.Label, x.Value)))}
        """;
}
