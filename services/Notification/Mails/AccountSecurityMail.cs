using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Sealing;

namespace Helpdesk.Notification.Mails;

/// <summary>To the owner of an account: something changed about the way in, in case it was not him.</summary>
public sealed record AccountSecurityMail : AccountMail
{
    public const string Name = "account-security";

    public required AccountSecurityChange Change { get; init; }
    public required DateTimeOffset At { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(AccountSecurityHtml);
    // The page that asks for a new password: the way back in for who no longer has his own.
    internal override string Link(Links links, Seals seals) => $"{links.Home(Staff)}/password-reset";
    public override string Subject(Texts texts) => texts[$"account-security.{Change}"];
    public override string Heading(Letter letter) => letter[$"account-security.{Change}"];

    public string Lead(Letter letter) => letter["account-security.lead", letter.When(At), letter.Sender];

    public override string Text(Letter letter) => Letter.Blocks(Heading(letter) + ".", Lead(letter), letter["account-security.you"], letter["account-security.not-you"]);
}
