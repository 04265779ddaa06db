namespace Helpdesk.Api.Audit;

/// <summary>What was done.</summary>
public enum AuditAction
{
    /// <summary>The first administrator was made.</summary>
    InstallationSetUp,

    /// <summary>The settings of the installation were changed.</summary>
    SettingsChanged,

    /// <summary>An administrator made an account.</summary>
    AccountCreated,

    /// <summary>Somebody made an account for themselves.</summary>
    AccountRegistered,

    /// <summary>What an account says, or its roles, were changed.</summary>
    AccountChanged,

    /// <summary>An account was suspended.</summary>
    AccountSuspended,

    /// <summary>An account may sign in again.</summary>
    SuspensionLifted,

    /// <summary>The owner of an account was invited.</summary>
    InvitationSent,

    /// <summary>They chose their first password.</summary>
    InvitationAccepted,

    /// <summary>An administrator had the link for another password sent.</summary>
    PasswordResetSent,

    /// <summary>An account has another password.</summary>
    PasswordChanged,

    /// <summary>An account has another email address.</summary>
    EmailChanged,

    /// <summary>A sign-in asks for a code.</summary>
    TwoFactorTurnedOn,

    /// <summary>A sign-in asks for no code any more.</summary>
    TwoFactorTurnedOff,

    /// <summary>An account has other recovery codes.</summary>
    RecoveryCodesRenewed,

    /// <summary>An administrator ended a session.</summary>
    SessionRevoked,
}
