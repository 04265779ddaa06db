using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>Keeps which agents are away; an event that was overtaken changes nothing.</summary>
sealed class SyncAgentAvailability(NotificationDbContext db) : IConsumer<AgentAvailabilityChanged>
{
    public Task Consume(ConsumeContext<AgentAvailabilityChanged> context)
    {
        var told = context.Message;
        // Who lost the role or was suspended is not away; what becomes of them, their account says.
        var there = told.Available || told.Because is not (null or "away");
        return db.Database.ExecuteSqlAsync($"""
            insert into agent_availability (agent_id, version, available, until)
            values ({told.AgentId}, {told.Version}, {there}, {told.Until?.ToUniversalTime()})
            on conflict (agent_id) do update set version = excluded.version, available = excluded.available, until = excluded.until
            where agent_availability.version < excluded.version
            """, context.CancellationToken);
    }
}
