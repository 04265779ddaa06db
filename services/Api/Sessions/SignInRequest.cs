using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Accounts;

namespace Helpdesk.Api.Sessions;

/// <summary>Starts a session.</summary>
/// <param name="Email">The account's email address.</param>
/// <param name="Password">Its password.</param>
/// <param name="DeviceToken">
/// The token that the last session gave to this device: with it, wrong passwords that strangers try elsewhere do not lock it out.
/// </param>
public sealed record SignInRequest(
    [property: Required, StringLength(AccountLimits.Email)] string Email,
    [property: Required, PasswordLength] string Password,
    [property: StringLength(SessionLimits.DeviceToken)] string? DeviceToken = null);
