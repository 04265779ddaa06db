namespace Helpdesk.Notification.Transport;

/// <summary>A mail server's address.</summary>
readonly record struct MailServer(string Host, int Port, bool Tls)
{
    /// <summary>Reads <c>smtp://host:port</c> or <c>smtps://host:port</c>.</summary>
    /// <exception cref="InvalidOperationException">It is none.</exception>
    public static MailServer Read(string? address) => Fault(address) is { } fault ? throw new InvalidOperationException(fault) : Parse(new Uri(address!));

    /// <summary>Why this is not the address of a mail server, in words; null when it is one.</summary>
    public static string? Fault(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0)
            return "A mail server is given as smtp://host:port, or smtps://host:port with TLS.";
        // The platform's client knows no other way into TLS.
        return uri.Port == 465 ? "Port 465 speaks TLS from the first byte. Use the submission port 587, where TLS begins after the greeting (STARTTLS)." : null;
    }

    static MailServer Parse(Uri uri)
    {
        var tls = uri.Scheme == "smtps" || uri.Query.Contains("tls=true", StringComparison.OrdinalIgnoreCase);
        return new(uri.Host, uri.Port > 0 ? uri.Port : tls ? 587 : 25, tls);
    }
}
