namespace Helpdesk.Notification.Mails;

/// <summary>
/// To the address that an account shall use from now on. Whoever reads it and does not know the account's present address must not accept:
/// their tickets would come to somebody else's account.
/// </summary>
public sealed record EmailChangeMail : LinkMail
{
    public const string Name = "email-change";

    /// <summary>The address that the account uses until then.</summary>
    public required string CurrentEmail { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(EmailChangeHtml);
    internal override string Page => "confirmation";
    public override string Subject(Texts texts) => texts["email-change.subject"];
    public override string Heading(MailFormatter format) => format["email-change.heading"];

    public string Lead(MailFormatter format) => format["email-change.lead", CurrentEmail, format.Sender];

    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(Lead(format), format["email-change.what"], format["email-change.not-you", CurrentEmail], Until(format));
}
