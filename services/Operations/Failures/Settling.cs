using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Failures;

/// <summary>What an administrator decides about a failure: once, however many decide at the same time.</summary>
static class Settling
{
    /// <summary>The refusal; null when it was done.</summary>
    public static async Task<IResult?> SettleAsync(
        this OperationsDbContext db, Guid id, FailureStep step, ClaimsPrincipal caller, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = db.Failures.FromSql($"SELECT * FROM failure WHERE id = {id} FOR UPDATE");
        if (await locked.ToListAsync(cancellationToken) is not [var failure])
            return Problem.NotFound("failure");
        if (failure.State != FailureState.Waiting)
            return await SettledAsync(db, failure, cancellationToken);

        if (step == FailureStep.Discarded)
            (failure.State, failure.SettledAt, failure.Message) = (FailureState.Discarded, now, null);
        else
            failure.State = FailureState.Returning;
        db.Add(new FailureAction { FailureId = id, What = step, At = now, ById = caller.AccountId(), ByName = caller.FullName() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }

    static async Task<IResult> SettledAsync(OperationsDbContext db, Failure failure, CancellationToken cancellationToken)
    {
        var last = await db.Actions.AsNoTracking().Where(x => x.FailureId == failure.Id && x.ById != null)
            .OrderByDescending(x => x.At).FirstAsync(cancellationToken);
        var done = last.What == FailureStep.Discarded ? "discarded" : "sent back";
        return Problem.Of(
            StatusCodes.Status409Conflict, "failure-settled", $"{last.ByName} has {done} this message already. Nothing was done.",
            new Dictionary<string, object?> { ["state"] = failure.State.ToString(), ["by"] = last.ByName, ["at"] = last.At });
    }
}
