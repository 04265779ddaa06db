namespace Helpdesk.ServiceDefaults.Sealing;

/// <summary>The customer's tracking secret, sealed for the events, so that Notification can put it into a link.</summary>
/// <param name="Value">The secret as it stands in the link.</param>
public sealed record TrackingSecret(string Value);
