using Helpdesk.Contracts;

namespace Helpdesk.Api.Areas;

/// <summary>When people work in an area.</summary>
/// <param name="AreaId">The area.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="Zone">IANA time zone of the hours; null when nothing was said of them.</param>
/// <param name="Week">The hours of the week, in the zone.</param>
/// <param name="Holidays">Days on which nobody works, as yyyy-MM-dd.</param>
/// <param name="Open">Whether people work now; null when nothing was said.</param>
/// <param name="ClosesAt">When they stop (UTC); null while they don't work, or when they never stop.</param>
/// <param name="OpensAt">When they begin again (UTC); null while they work, or when they never do.</param>
public sealed record BusinessHoursResponse(
    Guid AreaId, string AreaName, string? Zone, IReadOnlyList<OpeningHours> Week, IReadOnlyList<string> Holidays,
    bool? Open, DateTimeOffset? ClosesAt, DateTimeOffset? OpensAt);
