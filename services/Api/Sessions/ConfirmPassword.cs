using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Accounts;

namespace Helpdesk.Api.Sessions;

/// <summary>The password again, in a session that runs.</summary>
/// <param name="Password">The account's password.</param>
public sealed record ConfirmPasswordRequest([property: Required, PasswordLength] string Password);

/// <summary>A token of the same session that may do what asks for the password.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="ExpiresIn">How long it is accepted, in seconds.</param>
/// <param name="ConfirmedUntil">Until when the password counts as given now (UTC).</param>
public sealed record ConfirmPasswordResponse(string AccessToken, int ExpiresIn, DateTimeOffset ConfirmedUntil);
