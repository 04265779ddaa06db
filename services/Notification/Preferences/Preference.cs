namespace Helpdesk.Notification.Preferences;

/// <summary>What a person chose for one kind of news; without a row the preset holds.</summary>
sealed class Preference
{
    public required Guid AccountId { get; init; }
    public required NewsKind Kind { get; init; }
    public required Manner Manner { get; set; }
}
