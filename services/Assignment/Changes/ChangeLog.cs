using System.Security.Claims;
using Helpdesk.Api.Changes;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Changes;

/// <summary>
/// Counts and records what administrators change, and tells it to whoever changes the same without having seen it.
/// </summary>
sealed class ChangeLog(AssignmentDbContext db, IHttpContextAccessor http, TimeProvider time)
{
    const int MostTold = 20;

    HttpContext Http => http.HttpContext!;

    /// <summary>Refuses when the caller has seen an earlier version of the item.</summary>
    public async Task<Result> CheckSeenVersionAsync(ConfigurationItem item, string what, CancellationToken cancellationToken)
    {
        if (IfMatchHeader.Read(Http.Request) is not { } seen || seen.Matches(item.Version))
            return Result.Done;
        var newest = seen.Newest;
        var changes = await db.Changes.AsNoTracking().Where(x => x.SubjectId == item.Id && x.Version > newest)
            .OrderByDescending(x => x.Version).Take(MostTold).ToListAsync(cancellationToken);
        return IfMatchHeader.ChangedMeanwhile(
            what, item.Version, changes.ConvertAll(x => new ChangeSummary(x.Version, x.At, x.ByName, x.Fields)));
    }

    /// <summary>Counts the change and records it; false when nothing is different.</summary>
    public bool Record(ConfigurationItem item, IReadOnlyDictionary<string, string?> before)
    {
        FieldChange[] fields =
        [
            .. item.Fields().Where(x => x.Value != before[x.Key]).Select(x => new FieldChange(x.Key, before[x.Key], x.Value)),
        ];
        if (fields is [])
            return false;
        item.IncrementVersion();
        var by = Http.User;
        db.Add(new Change
        {
            SubjectId = item.Id,
            Version = item.Version,
            At = time.GetUtcNow(),
            ById = by.AccountId(),
            ByName = by.FullName(),
            Fields = fields,
        });
        return true;
    }

    public void SetETag(ConfigurationItem item) => IfMatchHeader.WriteETag(Http.Response, item.Version);
}
