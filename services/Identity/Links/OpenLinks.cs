using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Links;

static class OpenLinks
{
    /// <summary>Whoever had a way into the account before keeps none: no link that was asked for works any more.</summary>
    public static Task EndLinksAsync(this AccountsDbContext db, Guid account, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Links.Where(x => x.AccountId == account && x.EndedAt == null)
            .ExecuteUpdateAsync(x => x.SetProperty(y => y.EndedAt, at), cancellationToken);
}
