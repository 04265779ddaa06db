using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Idempotency;
using MassTransit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

static class CreateAccount
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("", HandleAsync)
        .Produces<AccountResponse>(StatusCodes.Status201Created)
        .WithIdempotencyKey()
        .WithName("CreateAccount")
        .WithSummary("Makes an account and invites its owner by mail, or gives it a first password that its owner must change");

    static async Task<IResult> HandleAsync(
        CreateAccountRequest request, ClaimsPrincipal caller, HttpContext http, AccountsDbContext db, UserManager<Account> accounts,
        InvitationSender invitations, IPublishEndpoint outbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (request.Roles.Any(AccountRoles.Staff.Contains) && !caller.SignedInRecently(now))
            return RecentSignIn.Required;
        var account = Account.Create(request.Name, request.Email, request.Language, request.Roles, now);
        account.SetProfile(request.Name, account.Language, request.TimeZone, request.Phone, request.Specialty);
        if (request.Password is { } password)
        {
            if ((await accounts.ValidatePasswordAsync(account, password)).IsRefused(out var refusal))
                return refusal.ToProblem();
            account.SetPassword(accounts, password);
            account.MustChangePassword = true;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        db.Add(account);
        await outbox.Publish(account.IncrementVersion(now), cancellationToken);
        var changes = AuditedFields.Compare(new Dictionary<string, string?>(), AuditedFields.Of(account));
        db.Record(caller, AuditAction.AccountCreated, account, now, changes);
        var answer = await http.StoreResponseAsync(TypedResults.Created($"/api/accounts/{account.Id}", account.ToResponse()));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            if (account.PasswordHash is null)
            {
                await invitations.SendAsync(account, caller, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        catch (DbUpdateException exception) when (AccountRefusals.IsEmailTaken(exception))
        {
            return AccountRefusals.EmailTaken.ToProblem();
        }

        await transaction.CommitAsync(cancellationToken);
        return answer;
    }
}
