using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Settings;

/// <summary>Keeps the settings of the installation; an event that was overtaken changes nothing.</summary>
sealed class SyncSettings(NotificationDbContext db) : IConsumer<SettingsChanged>
{
    public Task Consume(ConsumeContext<SettingsChanged> context)
    {
        var (told, mail) = (context.Message, context.Message.Mail);
        return db.Database.ExecuteSqlAsync($"""
            insert into settings (id, version, name, zone, language, close_after, warn_after, agents_see,
                mail_server, mail_user, protected_mail_password, mail_from, mail_sender)
            values (1, {told.Version}, {told.Name}, {told.Zone}, {told.Language}, {told.CloseAfter}, {told.WarnAfter}, {told.AgentsSee},
                {mail?.Server}, {mail?.User}, {mail?.ProtectedPassword}, {mail?.From}, {mail?.Sender})
            on conflict (id) do update set version = excluded.version, name = excluded.name, zone = excluded.zone,
                language = excluded.language, close_after = excluded.close_after, warn_after = excluded.warn_after,
                agents_see = excluded.agents_see,
                mail_server = excluded.mail_server, mail_user = excluded.mail_user,
                protected_mail_password = excluded.protected_mail_password,
                mail_from = excluded.mail_from, mail_sender = excluded.mail_sender
            where settings.version < excluded.version
            """, context.CancellationToken);
    }
}
