using Helpdesk.Api.Settings;

namespace Helpdesk.Identity.Settings;

static class SettingsMapping
{
    public static SettingsResponse ToResponse(this InstallationSettings settings, SettingsDefaults defaults) =>
        new(settings.Version, settings.ChangedAt, settings.ChangedByName, settings.Values, defaults.Values);

    /// <summary>What was chosen, and the default of what was not.</summary>
    public static EffectiveSettings With(this EffectiveSettings defaults, SettingsValues chosen) => new(
        chosen.Name ?? defaults.Name,
        chosen.Zone ?? defaults.Zone,
        chosen.Languages ?? defaults.Languages,
        chosen.Language ?? defaults.Language,
        chosen.CloseAfter ?? defaults.CloseAfter,
        chosen.WarnAfter ?? defaults.WarnAfter,
        chosen.ReopenWindow ?? defaults.ReopenWindow,
        chosen.PurgeAfter ?? defaults.PurgeAfter,
        chosen.AgentsSee ?? defaults.AgentsSee,
        chosen.StaffIdle ?? defaults.StaffIdle,
        chosen.StaffIdleWarning ?? defaults.StaffIdleWarning,
        chosen.TwoFactorForStaff ?? defaults.TwoFactorForStaff,
        chosen.WrongPasswords ?? defaults.WrongPasswords,
        chosen.LockFor ?? defaults.LockFor,
        chosen.InvitationFor ?? defaults.InvitationFor,
        chosen.PasswordResetFor ?? defaults.PasswordResetFor,
        chosen.ConfirmationFor ?? defaults.ConfirmationFor,
        chosen.AnonymousPerMinute ?? defaults.AnonymousPerMinute,
        chosen.SignedInPerMinute ?? defaults.SignedInPerMinute,
        chosen.SignInPerMinute ?? defaults.SignInPerMinute);
}
