using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Accounts;

/// <summary>Another email address for the caller's account.</summary>
/// <param name="Email">The address; the one that the account has already asks to confirm that one.</param>
/// <param name="Password">The account's password.</param>
public sealed record ChangeOwnEmailRequest(
    [property: Required, StringLength(AccountLimits.Email), ValidEmailAddress] string Email,
    [property: Required, PasswordLength] string Password);
