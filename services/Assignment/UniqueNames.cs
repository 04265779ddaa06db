using Helpdesk.ServiceDefaults.Database;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment;

/// <summary>Names that must be unique: the index alone knows for sure, so it is asked by saving.</summary>
static class UniqueNames
{
    public static async Task<bool> TrySaveAsync(this AssignmentDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException refused) when (refused.TakenKey() is "ix_area_name_key" or "ix_category_title_key")
        {
            return false;
        }
    }

    public static ProblemHttpResult Answer(string type, string field, string sentence) =>
        Problem.Of(StatusCodes.Status409Conflict, type, sentence, new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [field] = [sentence] } });
}
