namespace Helpdesk.Api.Settings;

/// <summary>The settings as administrators see them.</summary>
/// <param name="Version">Stands in the <c>ETag</c> too, which goes back with a change.</param>
/// <param name="ChangedAt">The last change (UTC).</param>
/// <param name="ChangedBy">Who made it.</param>
/// <param name="Settings">What was chosen.</param>
/// <param name="Defaults">What holds where nothing was.</param>
public sealed record SettingsResponse(
    long Version,
    DateTimeOffset? ChangedAt,
    string? ChangedBy,
    SettingsValues Settings,
    EffectiveSettings Defaults);
