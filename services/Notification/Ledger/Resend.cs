using Helpdesk.Api.Deliveries;

namespace Helpdesk.Notification.Ledger;

/// <summary>Somebody asked to send a delivery again: who, why, and what it had come to before.</summary>
sealed class Resend
{
    public required Guid Id { get; init; }
    public required Guid DeliveryId { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required Guid? AskedById { get; init; }
    public required string AskedByName { get; init; }
    public required string Reason { get; init; }
    public required DeliveryState PreviousState { get; init; }
    public string? PreviousReason { get; init; }
    /// <summary>Where it went until then: the contact data may have been put right since.</summary>
    public required string PreviousRecipient { get; init; }
}
