using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Auditing;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class UpdateProfile
{
    public static void Map(RouteGroupBuilder api) => api.MapPut("", HandleAsync)
        .WithName("UpdateProfile").WithSummary("The caller's name, language, time zone, phone and specialty");

    static async Task<AccountResponse> HandleAsync(
        UpdateProfileRequest request, ClaimsPrincipal caller, AccountsDbContext db, IPublishEndpoint outbox, TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = (await db.LockAccountAsync(caller.AccountId()!.Value, cancellationToken))!;
        if (account.Version != request.Version)
            throw new DbUpdateConcurrencyException();
        var before = AuditedFields.Of(account);
        account.SetProfile(request.Name, request.Language, request.TimeZone, request.Phone, request.Specialty);
        if (AuditedFields.Compare(before, AuditedFields.Of(account)) is { Count: > 0 } changes)
        {
            var now = time.GetUtcNow();
            db.Record(caller, AuditAction.AccountChanged, account, now, changes);
            await outbox.Publish(account.IncrementVersion(now), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return account.ToResponse();
    }
}
