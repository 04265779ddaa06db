using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.PasswordResets;

/// <summary>Asks for a link to choose another password.</summary>
/// <param name="Email">The account's email address.</param>
public sealed record PasswordResetRequest(
    [property: Required, StringLength(AccountLimits.Email), ValidEmailAddress] string Email);
