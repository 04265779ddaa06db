using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>Keeps the categories; an event that was overtaken changes nothing. A new title goes onto the tickets too.</summary>
sealed class SyncCategory(TicketingDbContext db, IPublishEndpoint publish) : IConsumer<CategoryChanged>
{
    public async Task Consume(ConsumeContext<CategoryChanged> context)
    {
        var category = context.Message;
        var news = await db.Database.ExecuteSqlAsync($"""
            insert into category (id, version, title, area_id, area_name, priority, retired)
            values ({category.CategoryId}, {category.Version}, {category.Title}, {category.AreaId}, {category.AreaName},
                {(int)category.Priority}, {category.Retired})
            on conflict (id) do update set version = excluded.version, title = excluded.title, area_id = excluded.area_id,
                area_name = excluded.area_name, priority = excluded.priority, retired = excluded.retired
            where category.version < excluded.version
            """, context.CancellationToken);
        if (news > 0 && category.Version > 1)
            await publish.Publish(CategoryTitleDue.Of(category), context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
