using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Mails;

/// <summary>To staff who asked for it: there is a new ticket.</summary>
public sealed record NewTicketMail : TicketMail
{
    public const string Name = "new-ticket";

    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>What the customer wrote, as plain text.</summary>
    public required string Words { get; init; }
    /// <summary>Whether nothing shows that the words are the customer's own.</summary>
    public bool Unverified { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(NewTicketHtml);
    internal override NotificationKind? Kind => NotificationKind.NewTicket;
    public override string Heading(Letter letter) => letter["new-ticket.heading", Ticket.Customer];

    public (string Label, string Value)[] Facts(Letter letter) =>
    [
        ("fact.category", Ticket.Category),
        ("fact.priority", letter[$"priority.{Ticket.Priority}"]),
        ("fact.opened", letter.When(OpenedAt)),
    ];

    public override string Text(Letter letter)
    {
        var (words, more) = letter.Excerpt(Words);
        var facts = string.Join("\n", Facts(letter).Select(x => letter.Fact(x.Label, x.Value)));
        return Letter.Blocks(Heading(letter), facts, Letter.Quote(words), more, letter.Unverified(Unverified));
    }
}
