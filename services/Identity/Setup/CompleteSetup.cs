using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Sessions;
using Helpdesk.Api.Setup;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Setup;

static class CompleteSetup
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .Produces<SessionResponse>(StatusCodes.Status201Created)
        .WithName("CompleteSetup")
        .WithSummary("Makes the first administrator and signs them in; possible once in the life of an installation");

    static async Task<IResult> HandleAsync(
        CompleteSetupRequest request, HttpContext http, SetupCode code, AccountsDbContext db, UserManager<Account> accounts,
        SessionIssuer sessions, CachedSettings cachedSettings, ValueProtector protector, IPublishEndpoint outbox, TimeProvider time,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAdministratorsLockAsync(cancellationToken);
        if (await db.Installations.AnyAsync(cancellationToken))
            return SetupRefusals.AlreadySetUp.ToProblem();
        if (code.Check(request.Code).IsRefused(out var wrong))
            return wrong.ToProblem();

        var account = Account.Create(request.Name, request.Email, request.Language, [AccountRoles.Admin], time.GetUtcNow());
        db.Add(new Installation { InstalledAt = account.CreatedAt, FirstAdministrator = account.Id });
        await outbox.Publish(account.IncrementVersion(account.CreatedAt), cancellationToken);
        var created = await accounts.CreateAsync(account, PasswordFormat.Normalize(request.Password));
        if (!created.Succeeded)
            return AccountRefusals.Of(created).ToProblem();

        IReadOnlyList<AuditedChange> changes = [];
        if (request.Installation is { } installation)
        {
            var settings = await db.LockSettingsAsync(cancellationToken);
            var chosen = settings.Values with { Name = installation.Name, Zone = installation.Zone, Language = installation.Language };
            changes = settings.Apply(chosen, protector);
            settings.Stamp(account.Id, account.Name, account.CreatedAt);
            await outbox.Publish(settings.ToEvent(), cancellationToken);
        }

        db.RecordOwner(AuditAction.InstallationSetUp, account, account.CreatedAt, changes);
        var response = await sessions.StartAsync(account, http, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cachedSettings.Invalidate();
        return TypedResults.Created("/api/accounts/me", response);
    }
}
