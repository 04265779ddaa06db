using System.Security.Claims;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Auditing;

/// <summary>Writes into the log in the transaction of what it tells; the caller saves.</summary>
static class AuditLog
{
    public static void Record(
        this AccountsDbContext db, ClaimsPrincipal actor, AuditAction action, Account? subject, DateTimeOffset at,
        params IReadOnlyList<AuditedChange> changes) =>
        db.Add(Entry(actor.AccountId(), actor.FullName(), action, subject, at, changes));

    /// <summary>What the owner of an account did to it, with a link or while signing in.</summary>
    public static void RecordOwner(
        this AccountsDbContext db, AuditAction action, Account owner, DateTimeOffset at, params IReadOnlyList<AuditedChange> changes) =>
        db.Add(Entry(owner.Id, owner.Name, action, owner, at, changes));

    /// <summary>What Helpdesk did by itself.</summary>
    public static void RecordSystem(this AccountsDbContext db, AuditAction action, Account subject, DateTimeOffset at) =>
        db.Add(Entry(null, "Helpdesk", action, subject, at, []));

    static AuditEntry Entry(
        Guid? actor, string name, AuditAction action, Account? subject, DateTimeOffset at, IReadOnlyList<AuditedChange> changes) => new()
        {
            At = at,
            Action = action,
            ActorId = actor,
            ActorName = name,
            SubjectId = subject?.Id,
            SubjectName = subject?.Name,
            Changes = changes,
        };
}
