namespace Helpdesk.Identity.Links;

/// <summary>What the owner of a link may do with it.</summary>
public enum LinkPurpose
{
    /// <summary>Choose the first password of an account that was made for him.</summary>
    Invitation,
    /// <summary>Choose another password, having forgotten his own.</summary>
    PasswordReset,
    /// <summary>Make the account that he registered for.</summary>
    Registration,
    /// <summary>Have his account use this mail address.</summary>
    EmailChange,
}
