using Helpdesk.Assignment.Areas;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Categories;

/// <summary>What a customer says his trouble is; it decides who is responsible and how urgent it is.</summary>
sealed class Category
{
    public const int TitleLength = 150;
    public const int DescriptionLength = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public required string Description { get; set; }
    public Guid AreaId { get; private set; }
    public required Area Area { get; set; }
    public required TicketPriority Priority { get; set; }
    /// <summary>Takes no new tickets.</summary>
    public bool Retired { get; set; }
    public long Version { get; private set; } = 1;

    /// <summary>Counts a change, of itself or of its area's name.</summary>
    public Category Touch()
    {
        Version++;
        return this;
    }

    public CategoryChanged Tell() => new()
    {
        CategoryId = Id,
        Version = Version,
        Title = Title,
        Description = Description,
        AreaId = Area.Id,
        AreaName = Area.Name,
        Priority = Priority,
        Retired = Retired,
    };
}
