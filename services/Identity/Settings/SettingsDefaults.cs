using Helpdesk.Api.Settings;
using Helpdesk.ServiceDefaults.Mail;

namespace Helpdesk.Identity.Settings;

/// <summary>
/// What holds for a setting that nobody chose: the same keys of the configuration, and the same values without them, as in the services
/// that act by them.
/// </summary>
sealed class SettingsDefaults(IConfiguration configuration)
{
    public EffectiveSettings Values { get; } = new(
        configuration["Installation:Name"] ?? "Helpdesk",
        configuration["Installation:TimeZone"] ?? "UTC",
        ["es", "en"],
        configuration["Installation:Language"] ?? "en",
        configuration.GetValue("Closing:After", TimeSpan.FromDays(3)),
        configuration.GetValue("Closing:WarnAfter", TimeSpan.FromDays(2)),
        configuration.GetValue("Closing:ReopenWindow", TimeSpan.FromDays(7)),
        configuration.GetValue("Retention:PurgeAfter", TimeSpan.FromDays(7)),
        configuration["Visibility:Agents"] ?? "TheirAreas",
        configuration.GetValue("Accounts:StaffIdle", TimeSpan.FromMinutes(5)),
        configuration.GetValue("Accounts:StaffIdleWarning", TimeSpan.FromMinutes(1)),
        configuration.GetValue("Accounts:TwoFactorForStaff", false),
        configuration.GetValue("Accounts:WrongPasswords", 5),
        configuration.GetValue("Accounts:LockFor", TimeSpan.FromMinutes(15)),
        configuration.GetValue("Accounts:InvitationFor", TimeSpan.FromHours(72)),
        configuration.GetValue("Accounts:PasswordResetFor", TimeSpan.FromHours(1)),
        configuration.GetValue("Accounts:ConfirmationFor", TimeSpan.FromHours(24)),
        configuration.GetValue("Limits:AnonymousPerMinute", 20),
        configuration.GetValue("Limits:SignedInPerMinute", 100),
        configuration.GetValue("Limits:SignInPerMinute", 50));

    /// <summary>Ports that a mail server may be chosen with.</summary>
    public IReadOnlyList<int> MailPorts { get; } = MailServerAddress.AllowedPorts(configuration);
}
