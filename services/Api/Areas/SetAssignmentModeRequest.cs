using System.ComponentModel.DataAnnotations;
using Helpdesk.Contracts;

namespace Helpdesk.Api.Areas;

/// <summary>How an area's tickets find their agent.</summary>
/// <param name="Mode">Whether agents take turns, dispatchers assign, or both.</param>
/// <param name="FallbackAfter">How long a ticket waits before it is put before the dispatchers; as it was when left out.</param>
public sealed record SetAssignmentModeRequest(
    [property: Required, EnumDataType(typeof(AssignmentMode))] AssignmentMode? Mode = null,
    TimeSpan? FallbackAfter = null);
