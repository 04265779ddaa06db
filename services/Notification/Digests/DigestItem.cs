using Helpdesk.Api.Preferences;

namespace Helpdesk.Notification.Digests;

/// <summary>One thing that somebody reads in their next digest, or read in one.</summary>
sealed class DigestItem
{
    /// <summary>Least time between two digests to one person: what comes first waits so long for the rest.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>As of a delivery: the same event, person and template give the same id.</summary>
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }
    public required NotificationKind Kind { get; init; }
    public required string TicketNumber { get; init; }
    public required string TicketSubject { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>The mail that tells it; null while it waits.</summary>
    public Guid? DeliveryId { get; set; }
    /// <summary>When it was gathered or dropped; null while it waits.</summary>
    public DateTimeOffset? SettledAt { get; set; }
}
