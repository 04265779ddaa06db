using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.NetworkInformation;
using Helpdesk.ServiceDefaults.Mail;
using MimeKit;

namespace Helpdesk.Notification.Transport;

/// <summary>Where mails are handed over, and in whose name.</summary>
sealed record SmtpOptions
{
    public required string Host { get; init; }
    public required int Port { get; init; }
    public required MailServerTls Tls { get; init; }
    public string? User { get; init; }
    public string? Password { get; init; }
    /// <summary>The sender.</summary>
    public required MailboxAddress From { get; init; }
    /// <summary>Its name, which people know the installation by.</summary>
    public string SenderName => From.Name ?? "";
    /// <summary>Full name of this machine, as it is told to the server; null when it has none.</summary>
    public string? HostName { get; init; }
    /// <summary>Longest time for handing one mail over, connecting included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>
    /// How long a worker may keep what it took: one that was killed holds its mails up no longer. It begins none that could outlast this.
    /// </summary>
    public TimeSpan Lease => Timeout + TimeSpan.FromSeconds(20);
    /// <summary>
    /// Mails handed over at the same time by this replica, each on a connection of its own. Some providers allow only three.
    /// </summary>
    public int Connections { get; init; } = 8;
    /// <summary>How often the ledger is looked at when nothing wakes a loop: the bound on how late a repeated attempt is.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether an administrator chose the server in the settings, and not who runs this host in its configuration.</summary>
    public bool IsChosen { get; init; }

    /// <summary>Ports that a server may be given with in the settings.</summary>
    public required IReadOnlyList<int> Ports { get; init; }

    /// <summary>Whether another connection is needed than for that one.</summary>
    public bool ConnectsElsewhereThan(SmtpOptions other) =>
        (Host, Port, Tls, User, Password) != (other.Host, other.Port, other.Tls, other.User, other.Password);

    /// <summary>
    /// This one, with what is not null of the rest in its place. Another server is told neither user nor password of this one.
    /// </summary>
    public SmtpOptions With(string? server, string? user, string? password, string? from, string? sender)
    {
        var address = from ?? From.Address;
        var smtp = this with
        {
            From = AddressParser.TryParse(address, sender ?? From.Name, out var mailbox) ? mailbox
                : throw new InvalidOperationException($"{address} is not an address that mails can be sent from."),
        };
        if (server is not null)
        {
            if (!IsAllowed(server, out var fault))
                throw new InvalidOperationException(fault);
            var (host, port, tls) = MailServerAddress.Parse(server);
            smtp = smtp with { Host = host, Port = port, Tls = tls, User = null, Password = null, IsChosen = (host, port) != (Host, Port) };
        }

        return user is null ? smtp : smtp with { User = user, Password = password };
    }

    /// <summary>Whether this server can be used in place of the configured one.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="fault">Why not, in words; null when it can.</param>
    public bool IsAllowed(string server, [NotNullWhen(false)] out string? fault) =>
        (fault = MailServerAddress.Fault(server, Ports)) is null;

    public static SmtpOptions Read(IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("mailbox");
        if (MailServerAddress.Fault(connection) is { } fault)
            throw new InvalidOperationException(
                "ConnectionStrings:mailbox must say where mails are handed over, such as "
                + $"smtps://user:password@mail.example.org:465. {fault}");
        var (address, sender) = (configuration["Mail:From"] ?? Nobody(configuration), configuration["Mail:Sender"] ?? "Helpdesk");
        if (!AddressParser.TryParse(address, sender, out var from))
            throw new InvalidOperationException("Mail:From must be the address that mails are sent from.");

        var (uri, server) = (new Uri(connection!), MailServerAddress.Parse(connection));
        var credentials = uri.UserInfo.Split(':', 2);
        return new()
        {
            Host = server.Host,
            Port = server.Port,
            Tls = server.Tls,
            User = uri.UserInfo.Length == 0 ? null : Uri.UnescapeDataString(credentials[0]),
            Password = credentials.Length < 2 ? null : Uri.UnescapeDataString(credentials[1]),
            From = from,
            HostName = MachineName(configuration["Mail:HostName"]),
            Timeout = configuration.GetValue("Mail:Timeout", TimeSpan.FromSeconds(10)),
            Poll = configuration.GetValue("Mail:Poll", TimeSpan.FromSeconds(5)),
            Ports = MailServerAddress.AllowedPorts(configuration),
            Connections = Math.Clamp(configuration.GetValue("Mail:Connections", 8), 1, 32),
        };
    }

    static string? MachineName(string? configured)
    {
        if (configured is not null)
        {
            return Uri.CheckHostName(configured) != UriHostNameType.Unknown ? configured
                : throw new InvalidOperationException("Mail:HostName must be the full name of this machine, such as desk.example.org.");
        }

        var (host, domain) = (Dns.GetHostName(), IPGlobalProperties.GetIPGlobalProperties().DomainName);
        var full = host.Contains('.', StringComparison.Ordinal) ? host : $"{host}.{domain}";
        return Uri.CheckHostName(full) == UriHostNameType.Dns && !full.EndsWith('.') ? full : null;
    }

    /// <summary>The sender until one is configured: nobody, under the public address of the installation.</summary>
    static string? Nobody(IConfiguration configuration) =>
        Uri.TryCreate(configuration["Links:Portal"], UriKind.Absolute, out var portal) ? $"no-reply@{portal.Host}" : null;
}
