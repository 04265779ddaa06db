using System.Text.Json.Serialization;

namespace Helpdesk.Contracts;

/// <summary>What changed about the way into an account.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountSecurityChange>))]
public enum AccountSecurityChange
{
    /// <summary>The password is another one.</summary>
    PasswordChanged,
    /// <summary>Mail goes to another address; the old one is told.</summary>
    EmailChanged,
    /// <summary>A second factor is asked for from now on.</summary>
    TwoFactorTurnedOn,
    /// <summary>No second factor is asked for any more.</summary>
    TwoFactorTurnedOff,
    /// <summary>Somebody came in with a recovery code.</summary>
    RecoveryCodeUsed,
    /// <summary>A refresh token was shown twice, as happens when it was stolen; its session has ended.</summary>
    SessionTokenReused,
}
