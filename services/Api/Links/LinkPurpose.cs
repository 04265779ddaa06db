namespace Helpdesk.Api.Links;

/// <summary>What the owner of a link may do with it.</summary>
public enum LinkPurpose
{
    /// <summary>Choose the first password of an account that was made for them.</summary>
    Invitation,

    /// <summary>Choose another password, having forgotten their own.</summary>
    PasswordReset,

    /// <summary>Make the account that they registered for.</summary>
    Registration,

    /// <summary>Have their account use this email address.</summary>
    EmailChange,
}
