using System.Diagnostics.CodeAnalysis;
using Helpdesk.Api.Preferences;
using Helpdesk.Contracts;

namespace Helpdesk.Notification.Mails;

/// <summary>To the agent: what the customer answered. To a dispatcher, when the agent would not hear it.</summary>
public sealed record CustomerRepliedMail : TicketMail
{
    public const string Name = "customer-replied";

    /// <summary>The answers in their order; several when they came in quick succession, none when a merged ticket brought them.</summary>
    public required IReadOnlyList<QuotedMessage> Messages { get; init; }

    /// <summary>Why a dispatcher is told; null to the ticket's agent.</summary>
    public UnattendedReason? Because { get; init; }

    /// <summary>Number of the ticket that was merged into this one and brought the words; null when they came as an answer.</summary>
    public string? MergedFrom { get; init; }

    public static CustomerRepliedMail Of(CustomerReplied e) =>
        new() { Ticket = TicketDetails.ForStaff(e.Ticket), Messages = [QuotedMessage.Of(e)] };

    /// <summary>What a customer said while closing the ticket; null when nothing.</summary>
    public static CustomerRepliedMail? Of(TicketClosed e)
    {
        if (e is not { ClosedBy.Kind: ActorKind.Customer, Comment: { } comment })
            return null;
        var message = new QuotedMessage(e.Ticket.Customer.Name, comment, [], e.Ticket.Version);
        return new() { Ticket = TicketDetails.ForStaff(e.Ticket), Messages = [message] };
    }

    internal override string Template => Name;
    internal override Type Html => typeof(CustomerRepliedHtml);
    internal override NotificationKind? Kind => NotificationKind.CustomerReplied;
    internal override bool IsWrittenByPerson => Messages.Count > 0;
    public override string Heading(MailFormatter format) => format["customer-replied.heading", Ticket.Customer];

    public string? Why(MailFormatter format) => Because is { } because ? format[$"customer-replied.{because}"] : null;

    public string? Brought(MailFormatter format) => MergedFrom is { } number ? format["customer-replied.merged", number] : null;

    public string Preview(MailFormatter format) => Messages.Count > 0 ? Messages[^1].Text : Brought(format) ?? Ticket.Subject;

    internal override bool TryCombine(Mail later, [NotNullWhen(true)] out Mail? combined)
    {
        combined = later is CustomerRepliedMail other && QuotedMessage.TryCombine(Messages, other.Messages, out var both)
            ? (other.Ticket.Version >= Ticket.Version ? other : this) with { Messages = both, MergedFrom = other.MergedFrom ?? MergedFrom }
            : null;
        return combined is not null;
    }

    public override string Text(MailFormatter format) => MailFormatter.Blocks(
        Brought(format), Messages.Count == 0 ? null : format.Conversation(Messages), Why(format));
}
