namespace Helpdesk.Notification.Mails;

/// <summary>To somebody for whom an account was made: the link behind which he chooses his password.</summary>
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
    public override string Heading(Letter letter) => letter["invitation.heading", letter.Sender];

    public string Lead(Letter letter) => letter["invitation.lead", By.Length == 0 ? letter.Sender : By, string.Join(", ", Roles.Select(x => letter[$"role.{x}"]))];

    public override string Text(Letter letter) => Letter.Blocks(Lead(letter), letter["invitation.what"], Until(letter));
}
