namespace Helpdesk.Notification.Transport;

/// <summary>
/// The mail server could not be spoken with, or serves nobody: not reached, no trust, no sign-in, busy. All mails wait for the same.
/// </summary>
sealed class MailServerUnavailableException(Exception inner) : Exception(inner.Message, inner);
