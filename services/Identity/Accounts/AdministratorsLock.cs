using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

/// <summary>
/// Changes of who administers happen one after the other: two administrators who demote each other at once would both see
/// the other one remain, and nobody would be left. Who waited for it looks again whether they still are one.
/// </summary>
static class AdministratorsLock
{
    const long Key = 0x4865_6C70_4164_6D69;

    /// <summary>Held until the transaction ends.</summary>
    public static Task TakeAdministratorsLockAsync(this AccountsDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", cancellationToken);

    /// <summary>Whether another could sign in: neither suspended nor still to accept an invitation.</summary>
    public static Task<bool> HasOtherAdministratorAsync(this AccountsDbContext db, Guid account, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(
            x => x.Id != account && x.SuspendedAt == null && x.PasswordHash != null && x.Roles.Contains(AccountRoles.Admin),
            cancellationToken);
}
