namespace Helpdesk.Api.Settings;

/// <summary>How the installation sends mail. The password goes in and never comes out.</summary>
public sealed record MailServer
{
    /// <summary>As <c>smtp://host:port</c> or <c>smtps://host:port</c>.</summary>
    public string? Server { get; init; }

    /// <summary>User name, when the server asks for one.</summary>
    public string? User { get; init; }

    /// <summary>Only in requests: the password; null keeps the one there is, an empty one removes it.</summary>
    public string? Password { get; init; }

    /// <summary>Only in answers: whether there is one.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Address of the sender.</summary>
    public string? From { get; init; }

    /// <summary>Name of the sender; null for the installation's.</summary>
    public string? Sender { get; init; }
}
