using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>Keeps who serves which areas; an event that was overtaken changes nothing.</summary>
sealed class SyncAgentAreas(TicketingDbContext db) : IConsumer<AgentAreasChanged>
{
    public Task Consume(ConsumeContext<AgentAreasChanged> context)
    {
        var agent = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into agent_areas (agent_id, version, area_ids) values ({agent.AgentId}, {agent.Version}, {agent.AreaIds.ToArray()})
            on conflict (agent_id) do update set version = excluded.version, area_ids = excluded.area_ids
            where agent_areas.version < excluded.version
            """, context.CancellationToken);
    }
}
