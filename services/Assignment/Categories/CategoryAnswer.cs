using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Categories;

/// <summary>A category as it stands.</summary>
/// <param name="Version">Counts the changes; the same as the ETag.</param>
public sealed record CategoryAnswer(Guid Id, string Title, string Description, Guid AreaId, string AreaName, TicketPriority Priority, bool Retired, long Version)
{
    internal static CategoryAnswer Of(Category category) =>
        new(category.Id, category.Title, category.Description, category.Area.Id, category.Area.Name, category.Priority, category.Retired, category.Version);
}
