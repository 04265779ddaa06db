using Helpdesk.Assignment.Areas;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Categories;

/// <summary>Locks in one order everywhere, the area before its categories.</summary>
static class LockedCategories
{
    /// <summary>The area under which a category is to be filed: until the commit nobody retires, renames or deletes it.</summary>
    public static async Task<Area?> ForFilingAsync(
        this AssignmentDbContext db, Guid areaId, bool retired, CancellationToken cancellationToken)
    {
        var locked = db.Areas.FromSql($"SELECT * FROM area WHERE id = {areaId} FOR SHARE");
        var area = (await locked.ToListAsync(cancellationToken)).SingleOrDefault();
        return area is { Retired: true } && !retired ? null : area;
    }

    public static async Task<Category?> LockCategoryAsync(this AssignmentDbContext db, Guid id, CancellationToken cancellationToken)
    {
        var locked = db.Categories.FromSql($"SELECT * FROM category WHERE id = {id} FOR UPDATE");
        if (await locked.ToListAsync(cancellationToken) is not [var category])
            return null;
        await db.Entry(category).Reference(x => x.Area).LoadAsync(cancellationToken);
        return category;
    }
}
