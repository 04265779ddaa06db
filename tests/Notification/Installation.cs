using Helpdesk.Fixtures;
using Helpdesk.Notification.Tests.Smtp;

namespace Helpdesk.Notification.Tests;

/// <summary>Notification with a mail server of its own.</summary>
sealed class Installation() : ReplicatedInstallation<Installation, Replica, NotificationDbContext>("notification")
{
    public MailServer Smtp { get; set; } = new();

    /// <summary>With the mail server, of all replicas.</summary>
    public SmtpTimeouts SmtpTimeouts { get; } = new();

    public override IEnumerable<(string Key, string Value)> Settings =>
    [
        .. base.Settings,
        ("ConnectionStrings:mailbox", $"smtp://127.0.0.1:{Smtp.Port}"),
        ("Mail:From", "soporte@andina.example"),
        ("Mail:Sender", "Soporte Andina"),
        ("Mail:Poll", "00:00:00.200"),
        ("Links:Portal", "https://help.andina.example"),
        ("Installation:TimeZone", "America/Guayaquil"),
    ];

    protected override Replica Replica((string Key, string Value)[] settings) => new(this, settings);

    public override async ValueTask DisposeAsync()
    {
        // First, for a replica does not end before its conversations have.
        await Smtp.DisposeAsync();
        await base.DisposeAsync();
    }
}
