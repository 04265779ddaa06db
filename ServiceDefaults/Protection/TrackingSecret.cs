namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>The customer's tracking secret, sealed for the events, so that Notification can put it into a link.</summary>
/// <param name="Value">The secret as it stands in the link.</param>
public sealed record TrackingSecret(string Value)
{
    /// <summary>The customer's link: the one told when a ticket is opened and the one in mails must be the same.</summary>
    /// <param name="portal">Public address of the installation.</param>
    public string LinkAt(string portal) => $"{portal.TrimEnd('/')}/t/{Uri.EscapeDataString(Value)}";
}
