using Helpdesk.Contracts;

namespace Helpdesk.Api.Areas;

/// <summary>An area as it stands.</summary>
/// <param name="Id">The area.</param>
/// <param name="Name">Its name.</param>
/// <param name="Retired">Takes no new tickets.</param>
/// <param name="Mode">How its tickets find their agent.</param>
/// <param name="FallbackAfter">How long a ticket waits before it is put before the dispatchers, where the mode knows such a
/// fallback.</param>
/// <param name="Hours">When people work there; null when nothing was said.</param>
/// <param name="Version">Counts the changes; the same as the ETag.</param>
public sealed record AreaResponse(
    Guid Id, string Name, bool Retired, AssignmentMode Mode, TimeSpan FallbackAfter, BusinessHours? Hours, long Version);
