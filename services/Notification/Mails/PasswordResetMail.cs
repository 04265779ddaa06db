namespace Helpdesk.Notification.Mails;

/// <summary>To somebody who forgot their password: the link to choose another.</summary>
public sealed record PasswordResetMail : LinkMail
{
    public const string Name = "password-reset";

    internal override string Template => Name;
    internal override Type Html => typeof(PasswordResetHtml);
    internal override string Page => "password-reset";
    public override string Subject(Texts texts) => texts["password-reset.subject"];
    public override string Heading(MailFormatter format) => format["password-reset.heading"];
    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(format["password-reset.lead", format.Sender], Until(format), format["password-reset.not-you"]);
}
