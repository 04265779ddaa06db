using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Accounts;

/// <summary>A new account.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">Email address.</param>
/// <param name="Roles">See <see cref="AccountRoles"/>.</param>
/// <param name="Password">Its owner must choose another at the first sign-in. Without one they are invited to choose their own.</param>
/// <param name="Language"><c>es</c> or <c>en</c>; <c>en</c> when it is not said.</param>
/// <param name="TimeZone">IANA name of a time zone.</param>
/// <param name="Phone">Phone number.</param>
/// <param name="Specialty">What its owner knows best.</param>
public sealed record CreateAccountRequest(
    [property: Required, PersonName] string Name,
    [property: Required, StringLength(AccountLimits.Email), ValidEmailAddress] string Email,
    [property: KnownRoles] IReadOnlyList<string> Roles,
    [property: PasswordLength] string? Password = null,
    [property: AllowedValues("es", "en", null)] string? Language = null,
    [property: TimeZoneName] string? TimeZone = null,
    [property: SingleLine(AccountLimits.Phone)] string? Phone = null,
    [property: SingleLine(AccountLimits.Specialty)] string? Specialty = null);
