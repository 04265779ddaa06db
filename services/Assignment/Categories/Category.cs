using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Changes;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Categories;

/// <summary>What a customer says their trouble is; it decides who is responsible and how urgent it is.</summary>
sealed class Category : ConfigurationItem
{
    public const string AreaNameField = "areaName";

    public required string Title { get; set; }
    public required string Description { get; set; }
    public Guid AreaId { get; private set; }
    public required Area Area { get; set; }
    public required TicketPriority Priority { get; set; }

    public override IReadOnlyDictionary<string, string?> Fields() => new Dictionary<string, string?>
    {
        ["title"] = Title,
        ["description"] = Description,
        [AreaNameField] = Area.Name,
        ["priority"] = Priority.ToString(),
        ["retired"] = Retired ? "true" : "false",
    };

    public CategoryChanged ToEvent() => new()
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
