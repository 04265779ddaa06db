using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To the agent: what the customer answered. To a dispatcher, when the agent would not hear it.</summary>
public sealed record CustomerRepliedMail : TicketMail
{
    public const string Name = "customer-replied";

    /// <summary>The answers in their order; several when they came in quick succession, none when a merged ticket brought them.</summary>
    public required IReadOnlyList<Said> Said { get; init; }

    /// <summary>Why a dispatcher is told; null to the ticket's agent.</summary>
    public Unattended? Because { get; init; }

    /// <summary>Number of the ticket that was merged into this one and brought the words; null when they came as an answer.</summary>
    public string? MergedFrom { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(CustomerRepliedHtml);
    internal override NotificationKind? Kind => NotificationKind.CustomerReplied;
    internal override bool IsWrittenByPerson => Said.Count > 0;
    public override string Heading(Letter letter) => letter["customer-replied.heading", Ticket.Customer];

    public string? Why(Letter letter) => Because is { } because ? letter[$"customer-replied.{because}"] : null;

    public string? Brought(Letter letter) => MergedFrom is { } number ? letter["customer-replied.merged", number] : null;

    public string Preview(Letter letter) => Said.Count > 0 ? Said[^1].Words : Brought(letter) ?? Ticket.Subject;

    internal override Mail? With(Mail later) => later is CustomerRepliedMail other && Mails.Said.Together(Said, other.Said) is { } both
        ? (other.Ticket.Version >= Ticket.Version ? other : this) with { Said = both, MergedFrom = other.MergedFrom ?? MergedFrom }
        : null;

    public override string Text(Letter letter) => Letter.Blocks(
        Heading(letter) + (Said.Count == 0 ? "." : ":"), Brought(letter), Said.Count == 0 ? null : letter.Conversation(Said), Why(letter));
}
