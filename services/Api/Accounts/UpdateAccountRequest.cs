using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Accounts;

/// <summary>The account as it shall be.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Email">Email address.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
/// <param name="Roles">See <see cref="AccountRoles"/>.</param>
/// <param name="Version">The version that was seen.</param>
/// <param name="Password">With one, its owner is signed out everywhere and must choose another.</param>
/// <param name="TimeZone">IANA name of a time zone.</param>
/// <param name="Phone">Phone number.</param>
/// <param name="Specialty">What its owner knows best.</param>
public sealed record UpdateAccountRequest(
    [property: Required, PersonName] string Name,
    [property: Required, StringLength(AccountLimits.Email), ValidEmailAddress] string Email,
    [property: Required, AllowedValues("es", "en")] string Language,
    [property: KnownRoles] IReadOnlyList<string> Roles,
    long Version,
    [property: PasswordLength] string? Password = null,
    [property: TimeZoneName] string? TimeZone = null,
    [property: SingleLine(AccountLimits.Phone)] string? Phone = null,
    [property: SingleLine(AccountLimits.Specialty)] string? Specialty = null);
