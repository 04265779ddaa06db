namespace Helpdesk.Notification.Transport;

/// <summary>The recipient was refused for good: trying again is of no use.</summary>
sealed class MailRefusedException(string message, Exception? inner = null) : Exception(message, inner);
