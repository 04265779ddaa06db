using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Recipients;
using Helpdesk.Notification.Transport;

namespace Helpdesk.Notification.Settings;

/// <summary>The settings that hold at this moment.</summary>
sealed record NotificationSettings
{
    /// <summary>Zone in which mails tell hours.</summary>
    public required Zone Zone { get; init; }

    /// <summary>Language for who has chosen none that we write in.</summary>
    public string? Language { get; init; }

    public required ClosingOptions Closing { get; init; }

    public AgentsSee AgentsSee { get; init; } = AgentsSee.TheirAreas;

    /// <summary>
    /// How mail is sent. One that can't be used says so here, when a mail is sent, and nowhere before: no event is lost by it.
    /// </summary>
    public required Func<SmtpOptions> Smtp { get; init; }

    /// <summary>How mail is sent as far as nobody chose otherwise.</summary>
    public required SmtpOptions ConfiguredSmtp { get; init; }

    /// <summary>Domain of the ids of mails.</summary>
    public required string Domain { get; init; }

    /// <summary>A Message-ID under the sender's domain.</summary>
    public string MailId(string local) => $"<{local}@{Domain}>";
}
