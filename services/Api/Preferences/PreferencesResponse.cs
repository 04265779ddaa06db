namespace Helpdesk.Api.Preferences;

/// <summary>What the signed-in person may choose about their emails.</summary>
/// <param name="Items">One for each kind that concerns their roles.</param>
/// <param name="DigestEvery">Least time between two digests.</param>
public sealed record PreferencesResponse(IReadOnlyList<PreferenceResponse> Items, TimeSpan DigestEvery);

/// <summary>One kind of notification.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Mode">How the person is told of it.</param>
/// <param name="Default">How they would be without choosing.</param>
/// <param name="Choices">What they may choose.</param>
public sealed record PreferenceResponse(
    NotificationKind Kind, DeliveryMode Mode, DeliveryMode Default, IReadOnlyList<DeliveryMode> Choices);
