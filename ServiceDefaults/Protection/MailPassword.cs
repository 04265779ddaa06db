namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>The password for the mail server, protected in the settings' event: only Notification uses it.</summary>
/// <param name="Value">The password.</param>
public sealed record MailPassword(string Value);
