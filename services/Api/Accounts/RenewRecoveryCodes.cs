using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Accounts;

/// <summary>Asks for recovery codes in place of those that there are.</summary>
/// <param name="Password">The account's password.</param>
public sealed record RenewRecoveryCodesRequest([property: Required, PasswordLength] string Password);

/// <summary>Recovery codes, told this once.</summary>
/// <param name="RecoveryCodes">Each takes the place of a code once, when the authenticator is lost.</param>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> RecoveryCodes);
