namespace Helpdesk.Notification.Mails;

/// <summary>To somebody for whom an account was made: the link to choose a password.</summary>
public sealed record InvitationMail : LinkMail
{
    public const string Name = "invitation";

    /// <summary>Who invites; empty when it was the installation.</summary>
    public required string By { get; init; }
    public required IReadOnlyList<string> Roles { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(InvitationHtml);
    internal override string Page => "invitation";
    public override string Subject(Texts texts) => texts["invitation.subject"];
    public override string Heading(MailFormatter format) => format["invitation.heading", format.Sender];

    public string Lead(MailFormatter format) =>
        format["invitation.lead", By.Length == 0 ? format.Sender : By, string.Join(", ", Roles.Select(x => format[$"role.{x}"]))];

    public override string Text(MailFormatter format) => MailFormatter.Blocks(Lead(format), format["invitation.what"], Until(format));
}
