namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The account is suspended.</summary>
    public const string AccountSuspended = Prefix + "account-suspended";

    /// <summary>Another account has this email address.</summary>
    public const string EmailTaken = Prefix + "email-taken";

    /// <summary>Nobody would be left who administers.</summary>
    public const string LastAdministrator = Prefix + "last-administrator";

    /// <summary>What guards the caller's own account is changed in the profile, with the password.</summary>
    public const string OwnAccount = Prefix + "own-account";

    /// <summary>The owner has chosen a password already, or is suspended.</summary>
    public const string NotToBeInvited = Prefix + "not-to-be-invited";

    /// <summary>No key was asked for, or it was confirmed already.</summary>
    public const string NoAuthenticatorToConfirm = Prefix + "no-authenticator-to-confirm";

    /// <summary>An authenticator is set up already.</summary>
    public const string TwoFactorOn = Prefix + "two-factor-on";

    /// <summary>No authenticator is set up.</summary>
    public const string TwoFactorOff = Prefix + "two-factor-off";

    /// <summary>The installation demands two-factor of its staff.</summary>
    public const string TwoFactorDemanded = Prefix + "two-factor-demanded";
}
