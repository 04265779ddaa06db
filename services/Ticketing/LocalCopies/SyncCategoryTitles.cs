using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.LocalCopies;

/// <summary>
/// Writes a category's new title on its tickets, open and closed. There may be a hundred thousand of them, so they are done in batches,
/// in the order of an index: what changes meanwhile moves to its end, and is not passed over.
/// </summary>
sealed class SyncCategoryTitles(TicketingDbContext db, IPublishEndpoint publish) : IConsumer<CategoryTitleDue>
{
    public const int Batch = 500;

    public async Task Consume(ConsumeContext<CategoryTitleDue> context)
    {
        var due = context.Message;
        // A later change has begun from the start.
        var category = await db.Categories.AsNoTracking()
            .SingleOrDefaultAsync(x => x.Id == due.CategoryId && x.Version == due.Version, context.CancellationToken);
        if (category is null)
            return;
        var places = await db.Tickets.Where(x => x.CategoryId == due.CategoryId
                && EF.Functions.GreaterThan(ValueTuple.Create(x.UpdatedAt, x.Id), ValueTuple.Create(due.UpdatedAt, due.TicketId)))
            .OrderBy(x => x.UpdatedAt).ThenBy(x => x.Id).Take(Batch).Select(x => new { x.UpdatedAt, x.Id })
            .ToListAsync(context.CancellationToken);
        // Locked in one order always, as merges do: who takes several tickets at once waits for another, and not for ever.
        await db.Database.ExecuteSqlAsync($"""
            update ticket set category_title = {category.Title} from (
                select id from ticket where id = any({places.ConvertAll(x => x.Id)}) and category_id = {due.CategoryId}
                    and category_title <> {category.Title} order by id for update) locked
            where ticket.id = locked.id
            """, context.CancellationToken);
        if (places.Count == Batch)
            await publish.Publish(due with { UpdatedAt = places[^1].UpdatedAt, TicketId = places[^1].Id }, context.CancellationToken);
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
