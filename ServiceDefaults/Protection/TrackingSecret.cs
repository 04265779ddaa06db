namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>The secret of a tracking link, protected in events so that only Notification can put it into a mail.</summary>
/// <param name="Value">The secret in the link.</param>
public sealed record TrackingSecret(string Value)
{
    /// <summary>The tracking link, the same in the response to opening a ticket and in mails.</summary>
    /// <param name="portal">Public address of the installation.</param>
    public string LinkAt(string portal) => $"{portal.TrimEnd('/')}/t/{Uri.EscapeDataString(Value)}";
}
