using System.ComponentModel.DataAnnotations;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

public static class ChangeAccount
{
    /// <summary>The account as it shall be. With a password its owner is signed out everywhere and must choose another one.</summary>
    public sealed record Request(
        [property: Required, PersonName] string Name,
        [property: Required, StringLength(Account.MaxEmail), MailAddress] string Email,
        [property: Required, AllowedValues("es", "en")] string Language,
        [property: KnownRoles] IReadOnlyList<string> Roles,
        long Version,
        [property: StringLength(PasswordRules.MaxLength)] string? Password = null);

    public static void Map(RouteGroupBuilder api) => api.MapPut("/{id:guid}", HandleAsync)
        .Produces<AccountAnswer>().WithName("ChangeAccount").WithSummary("Changes name, mail address, language, roles and, if given, the password");

    static async Task<IResult> HandleAsync(
        Guid id, Request request, AccountsDbContext db, UserManager<Account> accounts, IPublishEndpoint outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TakeAdministratorsLockAsync(cancellationToken);
        if (await db.Users.SingleOrDefaultAsync(x => x.Id == id, cancellationToken) is not { } account)
            return Problem.NotFound("account");
        if (account.Version != request.Version)
            throw new DbUpdateConcurrencyException();
        var demoted = account.Roles.Contains(Roles.Admin) && !request.Roles.Contains(Roles.Admin);
        if (demoted && account.SuspendedAt is null && !await db.HasAdministratorBesidesAsync(id, cancellationToken))
            return AdministratorsLock.LastOne;

        account.Name = request.Name.Trim();
        account.UserName = account.Email = request.Email;
        account.NormalizedUserName = account.NormalizedEmail = accounts.NormalizeEmail(request.Email);
        account.Language = request.Language;
        account.Roles = [.. request.Roles.Distinct().Order(StringComparer.Ordinal)];
        if (request.Password is { } password)
        {
            if (await accounts.RefusalOfAsync(account, password) is { } refusal)
                return Problem.Invalid("password", refusal);
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            account.MustChangePassword = true;
            await db.RevokeSessionsAsync(id, time.GetUtcNow(), cancellationToken);
        }

        await outbox.Publish(account.NextVersion(time.GetUtcNow()), cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (RefusedAccount.IsEmailTaken(exception))
        {
            return RefusedAccount.EmailTaken;
        }

        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(AccountAnswer.Of(account));
    }
}
