using Helpdesk.Api.Audit;
using Helpdesk.Api.Formats;
using Helpdesk.Identity.Auditing;
using Helpdesk.Identity.Links;
using Helpdesk.Identity.Sessions;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Accounts;

/// <summary>
/// Gives accounts from before there was a canonical form theirs, once, after the migrations: those have none yet. Each is told to the
/// other services again, which learn the form and whether the address is confirmed.
/// </summary>
static class CanonicalAccounts
{
    const int BatchSize = 200;

    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        while (await FillBatchAsync(services, cancellationToken) == BatchSize)
        {
        }

        await using var scope = services.CreateAsyncScope();
        await FillLinksAsync(scope.ServiceProvider.GetRequiredService<AccountsDbContext>(), cancellationToken);
    }

    /// <summary>The form of an account whose mailbox is an older one's. Nothing that is typed at a sign-in has a blank before it.</summary>
    internal static string NoMailboxOf(Account account) => $" {account.Id:D}";

    /// <summary>Whether its mailbox is an older account's, so that nobody can sign in to it before it gets another address.</summary>
    internal static bool LacksMailbox(this Account account) => account.NormalizedEmail == NoMailboxOf(account);

    static async Task<int> FillBatchAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Whoever else does the same, or makes an account meanwhile, waits.
        await db.Database.ExecuteSqlAsync($"lock table account in share row exclusive mode", cancellationToken);
        var accounts = await db.Users.Where(x => x.NormalizedEmail == null)
            .OrderBy(x => x.CreatedAt).ThenBy(x => x.Id).Take(BatchSize).ToListAsync(cancellationToken);
        var forms = accounts.Select(x => EmailAddress.CanonicalOf(x.Email!)).ToArray();
        var taken = await db.Users.Where(x => forms.Contains(x.NormalizedEmail)).Select(x => x.NormalizedEmail!)
            .ToHashSetAsync(cancellationToken);
        foreach (var (account, form) in accounts.Zip(forms))
            await FillAsync(account, taken.Add(form) ? form : null, scope.ServiceProvider, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return accounts.Count;
    }

    static async Task FillAsync(Account account, string? form, IServiceProvider services, CancellationToken cancellationToken)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        account.NormalizedUserName = account.NormalizedEmail = form ?? NoMailboxOf(account);
        // A name from before names were cleaned; whoever has no visible one is called by the address.
        account.Name = TextSanitizer.Line(account.Name) is { Length: > 0 } name ? name : account.Email!.Split('@')[0];
        if (form is null)
        {
            var db = services.GetRequiredService<AccountsDbContext>();
            account.EmailConfirmed = false;
            account.SuspendedAt ??= now;
            await services.GetRequiredService<SessionRevocation>().EndSessionsAsync(account.Id, cancellationToken);
            await db.EndLinksAsync(account.Id, now, cancellationToken);
            db.RecordSystem(AuditAction.AccountSuspended, account, now);
            services.GetRequiredService<ILogger<Account>>().LogWarning(
                "Account {AccountId} has the mailbox of an older account: it is suspended, and nobody can sign in to it before an "
                + "administrator gives it another address", account.Id);
        }

        await services.GetRequiredService<IPublishEndpoint>().Publish(account.IncrementVersion(now), cancellationToken);
    }

    /// <summary>Links that are still open: compared with the accounts' forms, their old ones would be nobody's.</summary>
    static async Task FillLinksAsync(AccountsDbContext db, CancellationToken cancellationToken)
    {
        foreach (var link in await db.Links.AsNoTracking().Where(x => x.EndedAt == null).ToListAsync(cancellationToken))
        {
            var form = EmailAddress.CanonicalOf(link.Email);
            if (form != link.NormalizedEmail)
            {
                await db.Links.Where(x => x.Id == link.Id)
                    .ExecuteUpdateAsync(x => x.SetProperty(y => y.NormalizedEmail, form), cancellationToken);
            }
        }
    }
}
