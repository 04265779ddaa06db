using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Mail;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>Keeps the accounts; an event that was overtaken changes nothing.</summary>
sealed class KeepAccount(NotificationDbContext db) : IConsumer<AccountChanged>
{
    public Task Consume(ConsumeContext<AccountChanged> context)
    {
        var told = context.Message;
        var canonical = told.CanonicalEmail ?? EmailAddress.CanonicalOf(told.Email);
        return db.Database.ExecuteSqlAsync($"""
            insert into account (id, version, name, email, canonical_email, email_confirmed, language, roles, active)
            values ({told.AccountId}, {told.Version}, {told.Name}, {told.Email}, {canonical}, {told.EmailConfirmed},
                {told.Language}, {told.Roles.ToArray()}, {told.Active})
            on conflict (id) do update set version = excluded.version, name = excluded.name, email = excluded.email,
                canonical_email = excluded.canonical_email, email_confirmed = excluded.email_confirmed,
                language = excluded.language, roles = excluded.roles, active = excluded.active
            where account.version < excluded.version
            """, context.CancellationToken);
    }
}
