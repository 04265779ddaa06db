using Helpdesk.Contracts;

namespace Helpdesk.Api.Availability;

/// <summary>Whether somebody is there, as customers may know it: no names, and no numbers of agents or tickets.</summary>
/// <param name="Attended">In an area that is open somebody is there.</param>
/// <param name="OpenNow">An area is open.</param>
/// <param name="OpensAt">When the next area opens (UTC); null while one is open, or when none ever opens.</param>
/// <param name="ClosesAt">When the last of the open areas closes (UTC); null while none is open, or when one never closes.</param>
/// <param name="Areas">The areas that customers can choose a category of, by name.</param>
public sealed record AvailabilityResponse(
    bool Attended, bool OpenNow, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, IReadOnlyList<AreaAvailability> Areas);

/// <summary>Whether somebody is there in an area.</summary>
/// <param name="AreaId">The area.</param>
/// <param name="AreaName">Its name.</param>
/// <param name="OpenNow">People work there at this hour; always, where nothing was said of hours.</param>
/// <param name="OpensAt">When they begin again (UTC); null while they work, or when they never do.</param>
/// <param name="ClosesAt">When they stop (UTC); null while they don't work, or when they never stop.</param>
/// <param name="Attended">It is open, and somebody who serves it is available.</param>
/// <param name="Hours">The hours of its week and its holidays in its own zone, to be written in words; null when nothing was said of
/// them.</param>
public sealed record AreaAvailability(
    Guid AreaId, string AreaName, bool OpenNow, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, bool Attended, BusinessHours? Hours);
