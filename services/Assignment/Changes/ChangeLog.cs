using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Changes;

/// <summary>Counts and writes down what administrators change, and tells it to whoever changes the same without having seen it.</summary>
sealed class ChangeLog(AssignmentDbContext db, IHttpContextAccessor http, TimeProvider time)
{
    const int MostTold = 20;

    HttpContext Http => http.HttpContext!;

    /// <summary>The refusal, when the caller has seen an earlier version of this; else null.</summary>
    public async Task<IResult?> StaleAsync(ConfigurationItem subject, string what, CancellationToken cancellationToken)
    {
        if (SeenVersion.Of(Http.Request) is not { } seen || seen.Is(subject.Version))
            return null;
        var newest = seen.Newest;
        var changes = await db.Changes.AsNoTracking().Where(x => x.SubjectId == subject.Id && x.Version > newest)
            .OrderByDescending(x => x.Version).Take(MostTold).ToListAsync(cancellationToken);
        return SeenVersion.Changed(what, subject.Version, changes.ConvertAll(x => new ChangeAnswer(x.Version, x.At, x.ByName, x.Fields)));
    }

    /// <summary>Counts the change and writes it down; false when nothing is different.</summary>
    public bool Record(ConfigurationItem subject, IReadOnlyDictionary<string, string?> before)
    {
        FieldChange[] fields = [.. subject.Fields().Where(x => x.Value != before[x.Key]).Select(x => new FieldChange(x.Key, before[x.Key], x.Value))];
        if (fields is [])
            return false;
        subject.IncrementVersion();
        var by = Http.User;
        db.Add(new Change { SubjectId = subject.Id, Version = subject.Version, At = time.GetUtcNow(), ById = by.AccountId(), ByName = by.FullName(), Fields = fields });
        return true;
    }

    public void SetETag(ConfigurationItem subject) => SeenVersion.Tell(Http.Response, subject.Version);
}
