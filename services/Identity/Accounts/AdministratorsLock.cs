using Helpdesk.Api;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

/// <summary>
/// Changes of who administers happen one after the other: two administrators who demote each other at once would both see
/// the other one remain, and nobody would be left.
/// </summary>
static class AdministratorsLock
{
    const long Key = 0x4865_6C70_4164_6D69;

    /// <summary>Held until the transaction ends.</summary>
    public static Task TakeAdministratorsLockAsync(this AccountsDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Key})", cancellationToken);

    /// <summary>One who could sign in: neither suspended nor still to accept his invitation.</summary>
    public static Task<bool> HasAdministratorBesidesAsync(this AccountsDbContext db, Guid account, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(x => x.Id != account && x.SuspendedAt == null && x.PasswordHash != null && x.Roles.Contains(Roles.Admin), cancellationToken);

    public static IResult LastOne => Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.LastAdministrator,
        "This is the only administrator who can sign in. Give the role to another account first.");
}
