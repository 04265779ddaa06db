using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

/// <summary>
/// Whoever changes what a token says locks the account first and takes the time afterwards, and whoever issues one does the same: so
/// every token with the old roles is older than the moment from which they are refused.
/// </summary>
static class AccountLock
{
    /// <summary>To change it; nobody else changes it, or issues a token, until the transaction ends.</summary>
    public static Task<Account?> LockAccountAsync(this AccountsDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.Users.FromSql($"select * from account where id = {id} for update").SingleOrDefaultAsync(cancellationToken);
}
