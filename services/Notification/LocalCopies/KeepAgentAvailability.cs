using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.LocalCopies;

/// <summary>Keeps which agents are away; an event that was overtaken changes nothing.</summary>
sealed class KeepAgentAvailability(NotificationDbContext db) : IConsumer<AgentAvailabilityChanged>
{
    public Task Consume(ConsumeContext<AgentAvailabilityChanged> context)
    {
        var told = context.Message;
        return db.Database.ExecuteSqlAsync($"""
            insert into agent_availability (agent_id, version, available, until)
            values ({told.AgentId}, {told.Version}, {told.Available}, {told.Until?.ToUniversalTime()})
            on conflict (agent_id) do update set version = excluded.version, available = excluded.available, until = excluded.until
            where agent_availability.version < excluded.version
            """, context.CancellationToken);
    }
}
