namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>
/// The secret of a one-time link (invitation, confirmation of an address, password reset), protected in events so that only Notification
/// can put it into a mail.
/// </summary>
/// <param name="Value">The secret in the link.</param>
public sealed record LinkSecret(string Value)
{
    /// <summary>The link for the mail.</summary>
    /// <param name="address">Address of the pages, such as the portal's.</param>
    /// <param name="page">Which page takes the secret: <c>invitation</c>, <c>confirmation</c> or <c>password-reset</c>.</param>
    public string LinkAt(string address, string page) => $"{address.TrimEnd('/')}/{page}/{Uri.EscapeDataString(Value)}";
}
