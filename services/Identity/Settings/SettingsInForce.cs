namespace Helpdesk.Identity.Settings;

/// <summary>What holds now: what was chosen, and the default of what was not.</summary>
public sealed record SettingsInForce(
    string Name, string Zone, IReadOnlyList<string> Languages, string Language, TimeSpan CloseAfter, TimeSpan WarnAfter, TimeSpan ReopenWindow, TimeSpan PurgeAfter,
    string AgentsSee, TimeSpan StaffIdle, TimeSpan StaffIdleWarning, bool TwoFactorForStaff, int WrongPasswords, TimeSpan LockFor,
    TimeSpan InvitationFor, TimeSpan PasswordResetFor, TimeSpan ConfirmationFor, int AnonymousPerMinute, int SignedInPerMinute, int SignInPerMinute)
{
    internal SettingsInForce With(SettingsValues chosen) => new(
        chosen.Name ?? Name, chosen.Zone ?? Zone, chosen.Languages ?? Languages, chosen.Language ?? Language, chosen.CloseAfter ?? CloseAfter, chosen.WarnAfter ?? WarnAfter,
        chosen.ReopenWindow ?? ReopenWindow, chosen.PurgeAfter ?? PurgeAfter, chosen.AgentsSee ?? AgentsSee, chosen.StaffIdle ?? StaffIdle,
        chosen.StaffIdleWarning ?? StaffIdleWarning, chosen.TwoFactorForStaff ?? TwoFactorForStaff, chosen.WrongPasswords ?? WrongPasswords, chosen.LockFor ?? LockFor,
        chosen.InvitationFor ?? InvitationFor, chosen.PasswordResetFor ?? PasswordResetFor, chosen.ConfirmationFor ?? ConfirmationFor,
        chosen.AnonymousPerMinute ?? AnonymousPerMinute, chosen.SignedInPerMinute ?? SignedInPerMinute, chosen.SignInPerMinute ?? SignInPerMinute);
}
