using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Accounts;

/// <summary>
/// What the owner of an account says of themselves. Roles and suspension are not theirs to change; email address and password have ways
/// of their own.
/// </summary>
/// <param name="Name">Full name.</param>
/// <param name="Language"><c>es</c> or <c>en</c>.</param>
/// <param name="Version">The version that was seen.</param>
/// <param name="TimeZone">IANA name of a time zone.</param>
/// <param name="Phone">Phone number.</param>
/// <param name="Specialty">What they know best.</param>
public sealed record UpdateProfileRequest(
    [property: Required, PersonName] string Name,
    [property: Required, AllowedValues("es", "en")] string Language,
    long Version,
    [property: TimeZoneName] string? TimeZone = null,
    [property: SingleLine(AccountLimits.Phone)] string? Phone = null,
    [property: SingleLine(AccountLimits.Specialty)] string? Specialty = null);
