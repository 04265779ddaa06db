namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>The secret of a link that works once (invitation, confirmation of an address, new password), sealed for the events, so that Notification can put it into the mail.</summary>
/// <param name="Value">The secret as it stands in the link.</param>
public sealed record LinkSecret(string Value)
{
    /// <summary>The link as it stands in the mail.</summary>
    /// <param name="address">Address of the pages, such as the portal's.</param>
    /// <param name="page">Which page takes the secret: <c>invitation</c>, <c>confirmation</c> or <c>password-reset</c>.</param>
    public string LinkAt(string address, string page) => $"{address.TrimEnd('/')}/{page}/{Uri.EscapeDataString(Value)}";
}
