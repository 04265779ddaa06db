using Helpdesk.Assignment.Categories;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Areas;

/// <summary>A part of the house that answers for its categories; its agents take turns.</summary>
sealed class Area
{
    public const int NameLength = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    /// <summary>Takes no new tickets.</summary>
    public bool Retired { get; private set; }
    public long Version { get; private set; } = 1;
    public List<Category> Categories { get; init; } = [];

    /// <summary>False when nothing is different.</summary>
    public bool Change(string name, bool retired)
    {
        if ((name, retired) == (Name, Retired))
            return false;
        (Name, Retired, Version) = (name, retired, Version + 1);
        return true;
    }

    public AreaChanged Tell() => new() { AreaId = Id, Version = Version, Name = Name, Retired = Retired };
}
