using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>Keeps the accounts; an event that was overtaken changes nothing.</summary>
sealed class KeepAccount(NotificationDbContext db) : IConsumer<AccountChanged>
{
    public Task Consume(ConsumeContext<AccountChanged> context)
    {
        var told = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into account (id, version, name, email, language, roles, active)
            values ({told.AccountId}, {told.Version}, {told.Name}, {told.Email}, {told.Language}, {told.Roles.ToArray()}, {told.Active})
            on conflict (id) do update set version = excluded.version, name = excluded.name, email = excluded.email,
                language = excluded.language, roles = excluded.roles, active = excluded.active
            where account.version < excluded.version
            """, context.CancellationToken);
    }
}
