using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Formats;
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
    /// <summary>The first administrator, the code that allows to make one, and how the installation shall be called, if it is said here already.</summary>
    public sealed record Request(
        [property: Required, StringLength(200)] string Code,
        [property: Required, PersonName] string Name,
        [property: Required, StringLength(Account.MaxEmail), ValidEmailAddress] string Email,
        [property: Required, PasswordLength] string Password,
        [property: AllowedValues("es", "en", null)] string? Language = null,
        NewInstallation? Installation = null);

    public sealed record NewInstallation(
        [property: PersonName] string? Name = null,
        [property: TimeZoneName] string? Zone = null,
        [property: AllowedValues("es", "en", null)] string? Language = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .Produces<SessionAnswer>(StatusCodes.Status201Created).WithName("CompleteSetup").WithSummary("Makes the first administrator and signs him in; possible once in the life of an installation");

    static async Task<IResult> HandleAsync(
        Request request, HttpContext http, SetupCode code, AccountsDbContext db, UserManager<Account> accounts, SessionTokens tokens, CurrentSettings current, Seals seals,
        IPublishEndpoint outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAdministratorsLockAsync(cancellationToken);
        if (await db.Installations.AnyAsync(cancellationToken))
            return Problem.Of(StatusCodes.Status409Conflict, "already-set-up", "This installation has been set up. Administrators make further accounts.");
        if (!code.Exists)
            return Problem.Of(StatusCodes.Status403Forbidden, "setup-code-not-configured", "No setup code is configured. Whoever runs this installation sets Setup:Code and starts it again.");
        if (!code.Is(request.Code))
            return Problem.Of(StatusCodes.Status403Forbidden, "setup-code-wrong", "This is not the setup code of this installation.");

        var account = Account.Create(request.Name, request.Email, request.Language, [Roles.Admin], time.GetUtcNow());
        db.Add(new Installation { InstalledAt = account.CreatedAt, FirstAdministrator = account.Id });
        await outbox.Publish(account.NextVersion(account.CreatedAt), cancellationToken);
        var result = await accounts.CreateAsync(account, TypedPassword.Normalize(request.Password));
        if (!result.Succeeded)
            return RefusedAccount.Answer(result);

        IReadOnlyList<AuditedChange> changes = [];
        if (request.Installation is { } installation)
        {
            var settings = await db.LockSettingsAsync(cancellationToken);
            changes = settings.Apply(settings.Values with { Name = installation.Name, Zone = installation.Zone, Language = installation.Language }, seals);
            settings.Stamp(account.Id, account.Name, account.CreatedAt);
            await outbox.Publish(settings.AsEvent(), cancellationToken);
        }

        db.RecordOwner(AuditAction.InstallationSetUp, account, account.CreatedAt, changes);
        var answer = await tokens.StartAsync(account, http, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        current.Forget();
        return TypedResults.Created("/api/accounts/me", answer);
    }
}
