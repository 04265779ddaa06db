using Microsoft.Extensions.Configuration;

namespace Helpdesk.ServiceDefaults.Mail;

/// <summary>A mail server's address, parsed in one place for whoever validates it and whoever connects to it.</summary>
/// <param name="Host">Name or address of the machine.</param>
/// <param name="Port">Its port; where none is said, 25, or 465 with <c>smtps</c>, or 587 with <c>smtp</c> and <c>?tls=true</c>.</param>
/// <param name="Tls">Whether TLS is demanded, and where it begins.</param>
public readonly record struct MailServerAddress(string Host, int Port, MailServerTls Tls)
{
    const int Relay = 25, Smtps = 465, Submission = 587;

    /// <summary>
    /// The ports that a mail server in the settings may have: <c>Mail:Ports</c>, by default those of mail servers, and the configured
    /// mailbox's own. An administrator, or whoever stole an administrator's token, must not reach anything else in our network.
    /// </summary>
    /// <param name="configuration">The host's configuration.</param>
    public static IReadOnlyList<int> AllowedPorts(IConfiguration configuration)
    {
        int[] ports = configuration.GetSection("Mail:Ports").Get<int[]>() ?? [25, 465, 587, 2525];
        return configuration.GetConnectionString("mailbox") is { } mailbox && Fault(mailbox) is null
            ? [.. ports.Append(Parse(mailbox).Port).Distinct()] : ports;
    }

    /// <summary>
    /// Parses <c>smtp://host:port</c> or <c>smtps://host:port</c>. TLS is implicit on port 465, elsewhere by STARTTLS unless
    /// <c>?tls=implicit</c> says otherwise; <c>?tls=true</c> requires it of <c>smtp</c> too.
    /// </summary>
    /// <param name="address">What was given.</param>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public static MailServerAddress Parse(string? address)
    {
        if (Fault(address) is { } fault)
            throw new InvalidOperationException(fault);
        var uri = new Uri(address!);
        bool Says(string tls) => uri.Query.Contains(tls, StringComparison.OrdinalIgnoreCase);
        var port = uri.Port > 0 ? uri.Port : uri.Scheme == "smtps" || Says("tls=implicit") ? Smtps : Says("tls=true") ? Submission : Relay;
        var tls = port == Smtps || Says("tls=implicit") ? MailServerTls.Implicit
            : uri.Scheme == "smtps" || Says("tls=true") ? MailServerTls.StartTls : MailServerTls.None;
        return new(uri.Host, port, tls);
    }

    /// <summary>Why the address is invalid, as a sentence; null when it is valid.</summary>
    /// <param name="address">What was given.</param>
    public static string? Fault(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("smtp" or "smtps") && uri.Host.Length > 0 ? null
            : "A mail server is given as smtp://host:port, or smtps://host:port with TLS.";

    /// <summary>Why this server may not be used, as a sentence; null when it may.</summary>
    /// <param name="address">What was given.</param>
    /// <param name="ports">Those of <see cref="AllowedPorts"/>.</param>
    public static string? Fault(string? address, IReadOnlyList<int> ports) => Fault(address)
        ?? (ports.Contains(Parse(address).Port) ? null : $"Mail servers listen on port {string.Join(", ", ports)}; others are not used.");
}
