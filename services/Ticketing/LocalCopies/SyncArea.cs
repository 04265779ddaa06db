using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>Keeps the areas; an event that was overtaken changes nothing.</summary>
sealed class SyncArea(TicketingDbContext db) : IConsumer<AreaChanged>
{
    public Task Consume(ConsumeContext<AreaChanged> context)
    {
        var area = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into area (id, version, name, retired) values ({area.AreaId}, {area.Version}, {area.Name}, {area.Retired})
            on conflict (id) do update set version = excluded.version, name = excluded.name, retired = excluded.retired
            where area.version < excluded.version
            """, context.CancellationToken);
    }
}
