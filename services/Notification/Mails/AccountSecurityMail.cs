using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>To the owner of an account: something changed about how they sign in, in case it was not them.</summary>
public sealed record AccountSecurityMail : AccountMail
{
    public const string Name = "account-security";

    public required AccountSecurityChange Change { get; init; }
    public required DateTimeOffset At { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(AccountSecurityHtml);
    // The page that asks for a new password: the way back in for owners who no longer have theirs.
    internal override string Link(Links links, ValueProtector protector) => $"{links.Home(Staff)}/password-reset";
    public override string Subject(Texts texts) => texts[$"account-security.{Change}"];
    public override string Heading(MailFormatter format) => format[$"account-security.{Change}"];

    public string Lead(MailFormatter format) => format["account-security.lead", format.When(At), format.Sender];

    public override string Text(MailFormatter format) =>
        MailFormatter.Blocks(Lead(format), format["account-security.you"], format["account-security.not-you"]);
}
