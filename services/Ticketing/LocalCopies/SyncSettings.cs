using Helpdesk.Contracts;
using Helpdesk.Ticketing.Timers;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>Keeps the settings; an event that was overtaken changes nothing. Timers that run already are moved to the new ones.</summary>
sealed class SyncSettings(TicketingDbContext db, IPublishEndpoint publish) : IConsumer<SettingsChanged>
{
    public async Task Consume(ConsumeContext<SettingsChanged> context)
    {
        var settings = context.Message;
        await CachedPolicy.LockForChangeAsync(db, context.CancellationToken);
        var news = await db.Database.ExecuteSqlAsync($"""
            insert into settings (id, version, name, close_after, warn_after, reopen_window, purge_after, agents_see, zone)
            values ({Settings.TheOne}, {settings.Version}, {settings.Name}, {settings.CloseAfter}, {settings.WarnAfter},
                {settings.ReopenWindow}, {settings.PurgeAfter}, {settings.AgentsSee}, {settings.Zone})
            on conflict (id) do update set version = excluded.version, name = excluded.name, close_after = excluded.close_after,
                warn_after = excluded.warn_after,
                reopen_window = excluded.reopen_window, purge_after = excluded.purge_after, agents_see = excluded.agents_see,
                zone = excluded.zone
            where settings.version < excluded.version
            """, context.CancellationToken);
        if (news > 0)
            await publish.Publish(new RescheduleTimersDue(settings.Version, Guid.Empty), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
