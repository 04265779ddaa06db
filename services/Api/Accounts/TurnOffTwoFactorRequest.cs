using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Accounts;

/// <summary>No code is asked for any more.</summary>
/// <param name="Password">The account's password.</param>
public sealed record TurnOffTwoFactorRequest([property: Required, PasswordLength] string Password);
