using System.Security.Claims;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Sessions;

static class RevokeSession
{
    public static void Map(RouteGroupBuilder own, RouteGroupBuilder accounts)
    {
        own.MapDelete("/{session:guid}", HandleOwnAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("RevokeOwnSession").WithSummary("Ends one of the caller's sessions");
        accounts.MapDelete("/{id:guid}/sessions/{session:guid}", HandleAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("RevokeSession").WithSummary("Ends a session of an account");
    }

    static Task<IResult> HandleOwnAsync(
        Guid session, ClaimsPrincipal caller, AccountsDbContext db, SessionRevocation revocation, TimeProvider time,
        CancellationToken cancellationToken) =>
        HandleAsync(caller.AccountId()!.Value, session, caller, db, revocation, time, cancellationToken);

    static async Task<IResult> HandleAsync(
        Guid id, Guid session, ClaimsPrincipal caller, AccountsDbContext db, SessionRevocation revocation, TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await revocation.EndSessionAsync(id, session, cancellationToken))
            return Problem.NotFound("session");
        if (id != caller.AccountId())
        {
            var owner = await db.Users.AsNoTracking().SingleAsync(x => x.Id == id, cancellationToken);
            db.Record(caller, AuditAction.SessionRevoked, owner, time.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
