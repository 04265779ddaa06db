namespace Helpdesk.Api.Accounts;

/// <summary>How long what an account says may be, in UTF-16 units.</summary>
public static class AccountLimits
{
    /// <summary>The full name.</summary>
    public const int Name = 100;

    /// <summary>The email address.</summary>
    public const int Email = 120;

    /// <summary>The phone number.</summary>
    public const int Phone = 20;

    /// <summary>What its owner knows best.</summary>
    public const int Specialty = 100;

    /// <summary>A code of an authenticator or a recovery code, with hyphens and blanks.</summary>
    public const int Code = 40;
}
