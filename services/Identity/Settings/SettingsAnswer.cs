namespace Helpdesk.Identity.Settings;

/// <summary>The settings as administrators see them: what was chosen, and what holds where nothing was. <c>Version</c> stands in the <c>ETag</c> too.</summary>
public sealed record SettingsAnswer(long Version, DateTimeOffset? ChangedAt, string? ChangedBy, SettingsValues Settings, SettingsInForce Defaults)
{
    internal static SettingsAnswer Of(InstallationSettings settings, SettingsDefaults defaults) =>
        new(settings.Version, settings.ChangedAt, settings.ChangedByName, settings.Values, defaults.Values);
}
