using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Visibility;

/// <summary>Keeps the settings; an event that was overtaken changes nothing.</summary>
sealed class SyncSettings(AssignmentDbContext db) : IConsumer<SettingsChanged>
{
    public Task Consume(ConsumeContext<SettingsChanged> context) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO settings (id, version, agents_see)
        VALUES ({StoredSettings.TheOne}, {context.Message.Version}, {context.Message.AgentsSee})
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, agents_see = excluded.agents_see
        WHERE settings.version < excluded.version
        """, context.CancellationToken);
}
