using Helpdesk.Api.Categories;

namespace Helpdesk.Assignment.Categories;

static class CategoryMapping
{
    public static CategoryResponse ToResponse(this Category x) =>
        new(x.Id, x.Title, x.Description, x.Area.Id, x.Area.Name, x.Priority, x.Retired, x.Version);
}
