using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Categories;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Categories;

public static class ListCategories
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .AllowAnonymous().WithName("ListCategories")
            .WithSummary("What a customer can choose from, by title; staff may ask for retired ones too");

    static async Task<PagedResult<CategoryResponse>> HandleAsync(
        AssignmentDbContext db, ClaimsPrincipal caller, CancellationToken cancellationToken,
        bool retired = false,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var withRetired = retired && caller.IsStaff();
        var rows = await db.Categories.AsNoTracking().Where(x => withRetired || !x.Retired)
            .OrderBy(x => x.Title).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new CategoryResponse(x.Id, x.Title, x.Description, x.AreaId, x.Area.Name, x.Priority, x.Retired, x.Version))
            .ToListAsync(cancellationToken);
        return PagedResult.Of(rows, page, size);
    }
}
