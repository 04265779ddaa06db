using Helpdesk.Api.Deliveries;

namespace Helpdesk.Notification.Transport;

/// <summary>Trying again is of no use.</summary>
sealed class MailRefusedException(DeliveryCause cause, string message, Exception? inner = null, bool byServer = false)
    : Exception(message, inner)
{
    public DeliveryCause Cause => cause;

    /// <summary>Whether the mail server knows no such address: what counts as a bounce.</summary>
    public bool ByServer => byServer;
}
