using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;

namespace Helpdesk.Api.Areas;

/// <summary>What an area should be.</summary>
/// <param name="Name">Unique, whatever the case and the accents of its letters.</param>
/// <param name="Retired">Takes no new tickets. An area that was retired comes back by false.</param>
public sealed record UpdateAreaRequest(
    [property: Required, TextLength(AreaLimits.NameLength, Line = true)] string Name = "",
    bool Retired = false);
