namespace Helpdesk.Notification.Mails;

/// <summary>To an address that somebody wants to use: the link that shows that he reads it.</summary>
public sealed record EmailConfirmationMail : LinkMail
{
    public const string Name = "email-confirmation";

    internal override string Template => Name;
    internal override Type Html => typeof(EmailConfirmationHtml);
    internal override string Page => "confirmation";
    public override string Subject(Texts texts) => texts["email-confirmation.subject"];
    public override string Heading(Letter letter) => letter["email-confirmation.heading"];
    public override string Text(Letter letter) => Letter.Blocks(letter["email-confirmation.lead", letter.Sender], Until(letter), letter["email-confirmation.not-you"]);
}
