using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Preferences;

/// <summary>Changes what the signed-in person is told of by email; kinds that are not named stay as they are.</summary>
/// <param name="Modes">The names of <see cref="DeliveryMode"/> by those of <see cref="NotificationKind"/>.</param>
public sealed record UpdatePreferencesRequest([property: Required] IReadOnlyDictionary<string, string> Modes);
