namespace Helpdesk.ServiceDefaults.Mail;

/// <summary>How a connection to a mail server is secured. Where TLS is demanded nothing is sent without it.</summary>
public enum MailServerTls
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>After the greeting, by STARTTLS (RFC 3207).</summary>
    StartTls,
    /// <summary>From the first byte, as on port 465 (RFC 8314).</summary>
    Implicit,
}
