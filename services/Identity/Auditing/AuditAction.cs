namespace Helpdesk.Identity.Auditing;

/// <summary>What was done.</summary>
public enum AuditAction
{
    InstallationSetUp,
    SettingsChanged,
    AccountCreated,
    AccountRegistered,
    AccountChanged,
    AccountSuspended,
    SuspensionLifted,
    InvitationSent,
    InvitationAccepted,
    PasswordResetSent,
    PasswordChanged,
    EmailChanged,
    TwoFactorTurnedOn,
    TwoFactorTurnedOff,
    RecoveryCodesRenewed,
    SessionRevoked,
}
