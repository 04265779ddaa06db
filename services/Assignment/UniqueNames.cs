using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment;

/// <summary>Names that must be unique: the index alone knows for sure, so it is asked by saving.</summary>
static class UniqueNames
{
    /// <summary>False when another one has the name already.</summary>
    public static async Task<bool> TrySaveAsync(this AssignmentDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException refused) when (refused.ViolatedUniqueConstraint() is "ix_area_name_key" or "ix_category_title_key")
        {
            return false;
        }
    }

    public static Refusal Refuse(string type, string field, string sentence) => new(type, sentence)
    {
        More = new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [field] = [sentence] } },
    };
}
