using System.Net.Mail;

namespace Helpdesk.Notification.Transport;

/// <summary>Where mails are handed over, and in whose name.</summary>
sealed record MailSettings
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public required bool Tls { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }
    /// <summary>Address of the sender.</summary>
    public required MailAddress From { get; init; }
    /// <summary>Longest time for handing one mail over, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>How long a worker may keep what it took: one that was killed holds its mails up no longer. It begins none that could outlast this.</summary>
    public TimeSpan Lease => Timeout + TimeSpan.FromSeconds(20);
    /// <summary>Mails handed over at the same time by this replica, each on a connection of its own. Some providers allow only three.</summary>
    public int Connections { get; init; } = 8;
    /// <summary>How often the ledger is looked at when nothing wakes a lane: the bound on how late a repeated attempt is.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The sender until one is configured: nobody, under the public address of the installation.</summary>
    static string? Nobody(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Links:Portal"], UriKind.Absolute, out var portal) ? $"no-reply@{portal.Host}" : null;

    /// <summary>A Message-ID under the sender's domain.</summary>
    public string MailId(string local) => $"<{local}@{From.Host}>";

    public static MailSettings Read(IConfiguration configuration)
    {
        var mailbox = configuration.GetConnectionString("mailbox");
        if (!Uri.TryCreate(mailbox, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps"))
            throw new InvalidOperationException("ConnectionStrings:mailbox must say where mails are handed over, such as smtp://user:password@mail.example.org:587?tls=true");
        if (uri.Port == 465)
            throw new InvalidOperationException("ConnectionStrings:mailbox names port 465, which speaks TLS from the first byte. Use the submission port 587, where TLS begins after the greeting (STARTTLS).");
        if (!MailAddress.TryCreate(configuration["Mail:From"] ?? Nobody(configuration), configuration["Mail:Sender"] ?? "Helpdesk", out var from))
            throw new InvalidOperationException("Mail:From must be the address that mails are sent from.");

        var tls = uri.Scheme == "smtps" || uri.Query.Contains("tls=true", StringComparison.OrdinalIgnoreCase);
        var credentials = uri.UserInfo.Split(':', 2);
        return new()
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : tls ? 587 : 25,
            Tls = tls,
            User = uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(credentials[0]),
            Password = credentials.Length < 2 ? null : Uri.UnescapeDataString(credentials[1]),
            From = from,
            Timeout = configuration.GetValue("Mail:Timeout", TimeSpan.FromSeconds(10)),
            Poll = configuration.GetValue("Mail:Poll", TimeSpan.FromSeconds(5)),
            Connections = Math.Clamp(configuration.GetValue("Mail:Connections", 8), 1, 32),
        };
    }
}
