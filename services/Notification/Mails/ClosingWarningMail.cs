namespace Helpdesk.Notification.Mails;

/// <summary>To the customer: it will close by itself, when and why, and how to keep it open.</summary>
public sealed record ClosingWarningMail : TicketMail
{
    public const string Name = "closing-warning";

    public required DateTimeOffset RepliedAt { get; init; }
    public required DateTimeOffset ClosesAt { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(ClosingWarningHtml);
    public override string Heading(MailFormatter format) => format["closing-warning.heading"];

    public string When(MailFormatter format) => format["closing-warning.when", format.When(ClosesAt)];

    public string Why(MailFormatter format) =>
        format["closing-warning.why", format.When(RepliedAt), format.Texts.Duration(ClosesAt - RepliedAt)];

    public override string Text(MailFormatter format) => MailFormatter.Blocks(When(format), Why(format), format["closing-warning.what"]);
}
