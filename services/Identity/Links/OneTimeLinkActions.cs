using Helpdesk.Api.Audit;
using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using MassTransit;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Links;

/// <summary>What came of a link: a refusal, or whose it was.</summary>
readonly record struct LinkOutcome(IResult? Refusal, Account? Owner = null);

/// <summary>What each kind of link does, in the caller's transaction.</summary>
sealed class OneTimeLinkActions(AccountsDbContext db, UserManager<Account> accounts, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time)
{
    public async Task<LinkOutcome> RegisterAsync(OneTimeLink link, string password, CancellationToken cancellationToken)
    {
        var account = Account.Create(link.Name, link.Email, link.Language, [Roles.Customer], time.GetUtcNow());
        account.EmailConfirmed = true;
        if (await accounts.RefusalOfAsync(account, password) is { } refusal)
            return new(Problem.Invalid("password", refusal));
        account.SetPassword(accounts, password);
        db.Add(account);
        db.RecordOwner(AuditAction.AccountRegistered, account, account.CreatedAt);
        await outbox.Publish(account.IncrementVersion(account.CreatedAt), cancellationToken);
        return new(null, account);
    }

    public async Task<LinkOutcome> SetPasswordAsync(OneTimeLink link, string password, CancellationToken cancellationToken)
    {
        if (await OwnerAsync(link, cancellationToken) is not { } account || account.NormalizedEmail != link.NormalizedEmail)
            return new(LookUpLink.NotValid);
        if (await accounts.RefusalOfAsync(account, password) is { } refusal)
            return new(Problem.Invalid("password", refusal));

        var now = time.GetUtcNow();
        var (reset, confirmed) = (account.PasswordHash is not null, account.EmailConfirmed);
        account.SetPassword(accounts, password);
        // Whoever reads the mails may come in again at once, however often somebody else has guessed.
        (account.EmailConfirmed, account.MustChangePassword, account.AccessFailedCount, account.LockoutEnd, account.KnownDeviceFailedCount, account.KnownDeviceLockoutEnd) = (true, false, 0, null, 0, null);
        await revocation.EndSessionsAsync(account.Id, cancellationToken);
        await db.EndLinksAsync(account.Id, now, cancellationToken);
        db.RecordOwner(reset ? AuditAction.PasswordChanged : AuditAction.InvitationAccepted, account, now);
        if (reset)
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.PasswordChanged, now), cancellationToken);
        if (!confirmed)
            await outbox.Publish(account.IncrementVersion(now), cancellationToken);
        return new(null, account);
    }

    public async Task<LinkOutcome> ChangeEmailAsync(OneTimeLink link, CancellationToken cancellationToken)
    {
        if (await OwnerAsync(link, cancellationToken) is not { } account)
            return new(LookUpLink.NotValid);
        var now = time.GetUtcNow();
        if (account.NormalizedEmail != link.NormalizedEmail)
        {
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.EmailChanged, now), cancellationToken);
            db.RecordOwner(AuditAction.EmailChanged, account, now, new AuditedChange("email", account.Email, link.Email));
        }

        account.SetEmail(link.Email);

        account.EmailConfirmed = true;
        await outbox.Publish(account.IncrementVersion(now), cancellationToken);
        return new(null, account);
    }

    async Task<Account?> OwnerAsync(OneTimeLink link, CancellationToken cancellationToken) =>
        await db.LockAccountAsync(link.AccountId!.Value, cancellationToken) is { SuspendedAt: null } account ? account : null;
}
