using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>To the administrator who tries the settings of the mail server: they work.</summary>
public sealed record ConnectionTestMail : AccountMail
{
    public const string Name = "connection-test";

    /// <summary>Name of the installation.</summary>
    public required string Installation { get; init; }
    public required DateTimeOffset At { get; init; }

    internal override string Template => Name;
    internal override Type Html => typeof(ConnectionTestHtml);
    internal override string Link(Links links, ValueProtector protector) => links.Home(Staff);
    public override string Subject(Texts texts) => texts["connection-test.subject", Installation];
    public override string Heading(MailFormatter format) => format["connection-test.heading"];

    public string Lead(MailFormatter format) => format["connection-test.lead", format.When(At)];

    public override string Text(MailFormatter format) => Lead(format);
}
