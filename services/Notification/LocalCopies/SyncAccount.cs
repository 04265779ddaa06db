using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>Keeps the accounts; an event that was overtaken changes nothing.</summary>
sealed class SyncAccount(NotificationDbContext db) : IConsumer<AccountChanged>
{
    public async Task Consume(ConsumeContext<AccountChanged> context)
    {
        var told = context.Message;
        var changed = await db.Database.ExecuteSqlAsync($"""
            insert into account (id, version, name, email, canonical_email, email_confirmed, language, roles, active)
            values ({told.AccountId}, {told.Version}, {told.Name}, {told.Email}, {told.CanonicalEmail}, {told.EmailConfirmed},
                {told.Language}, {told.Roles.ToArray()}, {told.Active})
            on conflict (id) do update set version = excluded.version, name = excluded.name, email = excluded.email,
                canonical_email = excluded.canonical_email, email_confirmed = excluded.email_confirmed,
                language = excluded.language, roles = excluded.roles, active = excluded.active
            where account.version < excluded.version
            """, context.CancellationToken);
        // As Ticketing gives them to who has shown to hold the mailbox. It tells so with each ticket's next event only, and mails that
        // go out before that follow the account too.
        var claims = told.Active && told.EmailConfirmed && told.Roles.All(x => x == AccountRoles.Customer);
        if (changed > 0 && claims)
            await db.Tickets.Where(x => x.CustomerId == null && x.CustomerCanonicalEmail == told.CanonicalEmail)
                .ExecuteUpdateAsync(x => x.SetProperty(t => t.CustomerId, told.AccountId), context.CancellationToken);
    }
}
