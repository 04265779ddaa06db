using Helpdesk.Api.Accounts;
using Helpdesk.Api.Audit;
using Helpdesk.Contracts;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Passwords;
using Helpdesk.Identity.Sessions;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using MassTransit;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Identity.Links;

/// <summary>What each kind of link does, in the caller's transaction. Each gives the account that it was for.</summary>
sealed class OneTimeLinkActions(
    AccountsDbContext db, UserManager<Account> accounts, SessionRevocation revocation, IPublishEndpoint outbox, TimeProvider time)
{
    public async Task<Result<Account>> RegisterAsync(OneTimeLink link, string password, CancellationToken cancellationToken)
    {
        var account = Account.Create(link.Name, link.Email, link.Language, [AccountRoles.Customer], time.GetUtcNow());
        account.EmailConfirmed = true;
        if ((await accounts.ValidatePasswordAsync(account, password)).IsRefused(out var refusal))
            return refusal;
        account.SetPassword(accounts, password);
        db.Add(account);
        db.RecordOwner(AuditAction.AccountRegistered, account, account.CreatedAt);
        await outbox.Publish(account.IncrementVersion(account.CreatedAt), cancellationToken);
        return account;
    }

    public async Task<Result<Account>> SetPasswordAsync(OneTimeLink link, string password, CancellationToken cancellationToken)
    {
        if (await LockOwnerAsync(link, cancellationToken) is not { } account || account.NormalizedEmail != link.NormalizedEmail)
            return LinkRefusals.NotValid;
        if ((await accounts.ValidatePasswordAsync(account, password)).IsRefused(out var refusal))
            return refusal;

        var now = time.GetUtcNow();
        var (reset, confirmed) = (account.PasswordHash is not null, account.EmailConfirmed);
        account.SetPassword(accounts, password);
        (account.EmailConfirmed, account.MustChangePassword) = (true, false);
        // Whoever reads the mails may come in again at once, however often somebody else has guessed.
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        (account.KnownDeviceFailedCount, account.KnownDeviceLockoutEnd) = (0, null);
        await revocation.EndSessionsAsync(account.Id, cancellationToken);
        await db.EndLinksAsync(account.Id, now, cancellationToken);
        db.RecordOwner(reset ? AuditAction.PasswordChanged : AuditAction.InvitationAccepted, account, now);
        if (reset)
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.PasswordChanged, now), cancellationToken);
        if (!confirmed)
            await outbox.Publish(account.IncrementVersion(now), cancellationToken);
        return account;
    }

    public async Task<Result<Account>> ChangeEmailAsync(OneTimeLink link, CancellationToken cancellationToken)
    {
        if (await LockOwnerAsync(link, cancellationToken) is not { } account)
            return LinkRefusals.NotValid;
        var now = time.GetUtcNow();
        if (account.NormalizedEmail != link.NormalizedEmail)
        {
            await outbox.Publish(account.ToSecurityChanged(AccountSecurityChange.EmailChanged, now), cancellationToken);
            db.RecordOwner(AuditAction.EmailChanged, account, now, new AuditedChange("email", account.Email, link.Email));
        }

        account.SetEmail(link.Email);
        account.EmailConfirmed = true;
        await outbox.Publish(account.IncrementVersion(now), cancellationToken);
        return account;
    }

    async Task<Account?> LockOwnerAsync(OneTimeLink link, CancellationToken cancellationToken) =>
        await db.LockAccountAsync(link.AccountId!.Value, cancellationToken) is { SuspendedAt: null } account ? account : null;
}
