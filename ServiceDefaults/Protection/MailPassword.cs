namespace Helpdesk.ServiceDefaults.Protection;

/// <summary>The password at the mail server, sealed for the event of the settings: only Notification signs in with it.</summary>
/// <param name="Value">The password as it was typed.</param>
public sealed record MailPassword(string Value);
