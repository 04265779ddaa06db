using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Operations;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Failures;

/// <summary>What an administrator decides about a failure: once, however many decide at the same time.</summary>
static class SettleFailure
{
    public static async Task<Result> SettleAsync(
        this OperationsDbContext db, Guid id, FailureStep step, ClaimsPrincipal caller, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var locked = db.Failures.FromSql($"SELECT * FROM failure WHERE id = {id} FOR UPDATE");
        if (await locked.ToListAsync(cancellationToken) is not [var failure])
            return Refusal.NotFound("failure");
        if (failure.State != FailureState.Waiting)
            return await SettledAsync(db, failure, cancellationToken);

        if (step == FailureStep.Discarded)
            (failure.State, failure.SettledAt, failure.Message) = (FailureState.Discarded, now, null);
        else
            failure.State = FailureState.Returning;
        db.Add(new FailureAction { FailureId = id, What = step, At = now, ById = caller.AccountId(), ByName = caller.FullName() });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Done;
    }

    static async Task<Refusal> SettledAsync(OperationsDbContext db, Failure failure, CancellationToken cancellationToken)
    {
        var last = await db.Actions.AsNoTracking().Where(x => x.FailureId == failure.Id && x.ById != null)
            .OrderByDescending(x => x.At).FirstAsync(cancellationToken);
        var done = last.What == FailureStep.Discarded ? "discarded" : "sent back";
        return new(ProblemTypes.FailureSettled, $"{last.ByName} has {done} this message already. Nothing was done.")
        {
            More = new Dictionary<string, object?> { ["state"] = failure.State.ToString(), ["by"] = last.ByName, ["at"] = last.At },
        };
    }
}
