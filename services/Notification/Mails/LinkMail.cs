using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Notification.Mails;

/// <summary>A mail about an account with a link that works once and for a while.</summary>
public abstract record LinkMail : AccountMail
{
    /// <summary>The protected secret.</summary>
    public required string LinkToken { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The page that takes the secret.</summary>
    internal abstract string Page { get; }

    internal override DateTimeOffset? Expiry => ExpiresAt;

    internal override string Link(Links links, ValueProtector protector) => links.Secret(LinkToken, Page, Staff, protector);

    public string Until(MailFormatter format) => format["link.until", format.When(ExpiresAt)];
}
