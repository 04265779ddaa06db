using Helpdesk.Api.Deliveries;

namespace Helpdesk.Notification.Ledger;

/// <summary>A notification with the row of the ledger that it becomes.</summary>
sealed record QueuedNotification(OutgoingNotification Notification, Delivery Row)
{
    /// <summary>Whether nothing speaks against sending it yet.</summary>
    public bool Waits => Row.State == DeliveryState.Queued;
}
