using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Api.Areas;

/// <summary>When people work in an area.</summary>
/// <param name="Zone">IANA time zone such as America/Lima.</param>
/// <param name="Week">The hours; a weekday may have several, and none when it is free.</param>
/// <param name="Holidays">Days on which nobody works, as yyyy-MM-dd.</param>
public sealed record SetBusinessHoursRequest(
    [property: Required, StringLength(64)] string Zone = "",
    [property: Required, MaxLength(70)] IReadOnlyList<OpeningHoursRequest>? Week = null,
    [property: MaxLength(400)] IReadOnlyList<string>? Holidays = null);

/// <summary>Hours of one weekday.</summary>
/// <param name="Day">Weekday in English, such as Monday.</param>
/// <param name="From">Begin as HH:mm.</param>
/// <param name="To">End as HH:mm, later than the begin; 24:00 is midnight.</param>
public sealed record OpeningHoursRequest(
    [property: Required] string Day = "",
    [property: Required] string From = "",
    [property: Required] string To = "");
