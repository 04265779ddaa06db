using Helpdesk.Api.Preferences;

namespace Helpdesk.Notification.Preferences;

/// <summary>What a person chose for one kind of news; without a row the preset holds.</summary>
sealed class Preference
{
    public required Guid AccountId { get; init; }
    public required NotificationKind Kind { get; init; }
    public required DeliveryMode Mode { get; set; }
}
