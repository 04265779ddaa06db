namespace Helpdesk.Notification.Mails;

/// <summary>A mail about an account. Nobody can turn it off.</summary>
public abstract record AccountMail : Mail
{
    /// <summary>Whether the account's pages are the staff's.</summary>
    public required bool Staff { get; init; }

    internal override string Audience => "account";
}
