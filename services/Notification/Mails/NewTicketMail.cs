using Helpdesk.Api.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To staff who asked for it: there is a new ticket.</summary>
public sealed record NewTicketMail : TicketMail
{
    public const string Name = "new-ticket";

    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>What the customer wrote, as plain text.</summary>
    public required string Description { get; init; }
    /// <summary>Whether nothing shows that the words are the customer's own.</summary>
    public bool Unverified { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(NewTicketHtml);
    internal override NotificationKind? Kind => NotificationKind.NewTicket;
    public override string Heading(MailFormatter format) => format["new-ticket.heading", Ticket.Customer];

    public (string Label, string Value)[] Facts(MailFormatter format) =>
    [
        ("fact.category", Ticket.Category),
        ("fact.priority", format[$"priority.{Ticket.Priority}"]),
        ("fact.opened", format.When(OpenedAt)),
    ];

    public override string Text(MailFormatter format)
    {
        var (words, more) = format.Excerpt(Description);
        var facts = string.Join("\n", Facts(format).Select(x => format.Fact(x.Label, x.Value)));
        return MailFormatter.Blocks(facts, MailFormatter.Quote(words), more, format.Unverified(Unverified));
    }
}
