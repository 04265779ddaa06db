using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>
/// Keeps the accounts; an event that was overtaken changes nothing. Who is renamed is renamed on his open tickets too, and who has shown
/// that a mail address is his gets what was opened with it.
/// </summary>
sealed class KeepAccount(TicketingDbContext db) : IConsumer<AccountChanged>
{
    public async Task Consume(ConsumeContext<AccountChanged> context)
    {
        var account = context.Message;
        var confirmed = account.EmailConfirmed == true;
        var changed = await db.Database.ExecuteSqlAsync($"""
            insert into account (id, version, name, email, language, roles, active, email_confirmed)
            values ({account.AccountId}, {account.Version}, {account.Name}, {account.Email}, {account.Language}, {account.Roles.ToArray()}, {account.Active}, {confirmed})
            on conflict (id) do update set version = excluded.version, name = excluded.name, email = excluded.email,
                language = excluded.language, roles = excluded.roles, active = excluded.active, email_confirmed = excluded.email_confirmed
            where account.version < excluded.version
            """, context.CancellationToken);
        if (changed > 0 && account.Version > 1)
            await db.Tickets.Where(x => x.AssigneeId == account.AccountId && x.Status != TicketStatus.Closed).ExecuteUpdateAsync(
                x => x.SetProperty(t => t.AssigneeName, account.Name).SetProperty(t => t.AssigneeEmail, account.Email).SetProperty(t => t.AssigneeLanguage, account.Language),
                context.CancellationToken);
        if (changed > 0 && account.Active && confirmed)
            await db.Database.ExecuteSqlAsync($"update ticket set customer_id = {account.AccountId} where customer_id is null and lower(customer_email) = lower({account.Email})", context.CancellationToken);
    }
}
