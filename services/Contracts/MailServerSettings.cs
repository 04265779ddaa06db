namespace Helpdesk.Contracts;

/// <summary>How the installation sends mail.</summary>
public sealed record MailServerSettings
{
    /// <summary>Where to, as <c>smtp://host:port</c> or <c>smtps://host:port</c>; null for what the host is configured with.</summary>
    public string? Server { get; init; }
    /// <summary>User name at the server; null when it asks for none.</summary>
    public string? User { get; init; }
    /// <summary>Password at the server, protected with the installation's keys; null when it asks for none.</summary>
    public string? ProtectedPassword { get; init; }
    /// <summary>Address of the sender; null for what the host is configured with.</summary>
    public string? From { get; init; }
    /// <summary>Name of the sender; null for the name of the installation.</summary>
    public string? Sender { get; init; }
}
