using System.ComponentModel.DataAnnotations;

namespace Helpdesk.Assignment.Areas;

/// <summary>What an area should be.</summary>
/// <param name="Name">Unique, whatever the case of its letters.</param>
/// <param name="Retired">Takes no new tickets.</param>
public sealed record AreaRequest([property: Required, StringLength(Area.NameLength)] string Name = "", bool Retired = false);

/// <summary>An area as it stands.</summary>
public sealed record AreaAnswer(Guid Id, string Name, bool Retired)
{
    internal static AreaAnswer Of(Area area) => new(area.Id, area.Name, area.Retired);
}
