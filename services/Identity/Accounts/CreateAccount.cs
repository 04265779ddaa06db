using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api.Formats;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

public static class CreateAccount
{
    /// <summary>A new account. Without a password its owner is invited to choose one; with one he must choose another at the first sign-in.</summary>
    public sealed record Request(
        [property: Required, PersonName] string Name,
        [property: Required, StringLength(Account.MaxEmail), ValidEmailAddress] string Email,
        [property: KnownRoles] IReadOnlyList<string> Roles,
        [property: PasswordLength] string? Password = null,
        [property: AllowedValues("es", "en", null)] string? Language = null,
        [property: TimeZoneName] string? TimeZone = null,
        [property: OneLine(Account.MaxPhone)] string? Phone = null,
        [property: OneLine(Account.MaxSpecialty)] string? Specialty = null);

    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .Produces<AccountAnswer>(StatusCodes.Status201Created).WithIdempotencyKey().WithName("CreateAccount").WithSummary("Makes an account and invites its owner by mail, or gives it a first password that its owner must change");

    static async Task<IResult> HandleAsync(
        Request request, ClaimsPrincipal caller, HttpContext http, AccountsDbContext db, UserManager<Account> accounts, Invitations invitations, IPublishEndpoint outbox, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.Roles.Contains(Roles.Admin) && !caller.SignedInRecently(now))
            return RecentSignIn.Required;
        var account = Account.Create(request.Name, request.Email, request.Language, request.Roles, now);
        account.TimeZone = request.TimeZone;
        (account.Phone, account.Specialty) = (OneLineAttribute.Of(request.Phone), OneLineAttribute.Of(request.Specialty));
        if (request.Password is { } password)
        {
            if (await accounts.RefusalOfAsync(account, password) is { } refusal)
                return Problem.Invalid("password", refusal);
            account.Take(accounts, password);
            account.MustChangePassword = true;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(account);
        await outbox.Publish(account.NextVersion(now), cancellationToken);
        db.Record(caller, AuditAction.AccountCreated, account, now, Facts.Differences(new Dictionary<string, string?>(), Facts.Of(account)));
        var answer = await http.ForetellAsync(TypedResults.Created($"/api/accounts/{account.Id}", AccountAnswer.Of(account)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            if (account.PasswordHash is null)
            {
                await invitations.SendAsync(account, caller, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        catch (DbUpdateException exception) when (RefusedAccount.IsEmailTaken(exception))
        {
            return RefusedAccount.EmailTaken;
        }

        await transaction.CommitAsync(cancellationToken);
        return answer;
    }
}
