namespace Helpdesk.Notification.Mails;

/// <summary>To an address that somebody wants to use: the link that shows that they read it.</summary>
public sealed record EmailConfirmationMail : LinkMail
{
    public const string Name = "email-confirmation";

    internal override string Template => Name;
    internal override Type Html => typeof(EmailConfirmationHtml);
    internal override string Page => "confirmation";
    public override string Subject(Texts texts) => texts["email-confirmation.subject"];
    public override string Heading(MailFormatter format) => format["email-confirmation.heading"];
    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(format["email-confirmation.lead", format.Sender], Until(format), format["email-confirmation.not-you"]);
}
