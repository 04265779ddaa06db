using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Sessions;
using Helpdesk.Api.Setup;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.Identity.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Sealing;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Setup;

public static class CompleteSetup
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .Produces<SessionResponse>(StatusCodes.Status201Created).WithName("CompleteSetup").WithSummary("Makes the first administrator and signs him in; possible once in the life of an installation");

    static async Task<IResult> HandleAsync(
        CompleteSetupRequest request, HttpContext http, SetupCode code, AccountsDbContext db, UserManager<Account> accounts, SessionIssuer sessions, CachedSettings current, Seals seals,
        IPublishEndpoint outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAdministratorsLockAsync(cancellationToken);
        if (await db.Installations.AnyAsync(cancellationToken))
            return Problem.Of(StatusCodes.Status409Conflict, ProblemTypes.AlreadySetUp, "This installation has been set up. Administrators make further accounts.");
        if (!code.Exists)
            return Problem.Of(StatusCodes.Status403Forbidden, ProblemTypes.SetupCodeNotConfigured, "No setup code is configured. Whoever runs this installation sets Setup:Code and starts it again.");
        if (!code.Is(request.Code))
            return Problem.Of(StatusCodes.Status403Forbidden, ProblemTypes.SetupCodeWrong, "This is not the setup code of this installation.");

        var account = Account.Create(request.Name, request.Email, request.Language, [Roles.Admin], time.GetUtcNow());
        db.Add(new Installation { InstalledAt = account.CreatedAt, FirstAdministrator = account.Id });
        await outbox.Publish(account.IncrementVersion(account.CreatedAt), cancellationToken);
        var result = await accounts.CreateAsync(account, PasswordFormat.Normalize(request.Password));
        if (!result.Succeeded)
            return AccountRefusals.Answer(result);

        IReadOnlyList<AuditedChange> changes = [];
        if (request.Installation is { } installation)
        {
            var settings = await db.LockSettingsAsync(cancellationToken);
            changes = settings.Apply(settings.Values with { Name = installation.Name, Zone = installation.Zone, Language = installation.Language }, seals);
            settings.Stamp(account.Id, account.Name, account.CreatedAt);
            await outbox.Publish(settings.ToEvent(), cancellationToken);
        }

        db.RecordOwner(AuditAction.InstallationSetUp, account, account.CreatedAt, changes);
        var answer = await sessions.StartAsync(account, http, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        current.Invalidate();
        return TypedResults.Created("/api/accounts/me", answer);
    }
}
