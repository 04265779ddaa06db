namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: it will close by itself, when and why, and how to keep it open.</summary>
public sealed record ClosingWarningMail : TicketMail
{
    public const string Name = "closing-warning";

    public required DateTimeOffset RepliedAt { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(ClosingWarningHtml);
    public override string Heading(Letter letter) => letter["closing-warning.heading"];

    public string When(Letter letter) => letter["closing-warning.when", letter.When(ClosesAt)];

    public string Why(Letter letter) => letter["closing-warning.why", letter.When(RepliedAt), letter.Texts.Duration(ClosesAt - RepliedAt)];

    public override string Text(Letter letter) => Letter.Blocks(When(letter), Why(letter), letter["closing-warning.what"]);
}
