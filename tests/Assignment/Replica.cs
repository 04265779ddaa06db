using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Assignment.Tests;

sealed class Replica(Installation installation, (string Key, string Value)[] settings)
    : ServiceReplica<Program, AssignmentDbContext>(installation, settings)
{
    /// <summary>The event, and its consumer has committed.</summary>
    public async Task<Guid> ConsumeAsync<T>(T message, Guid? id = null) where T : class
    {
        var messageId = await PublishAsync(message, id);
        await Eventually.HoldsAsync(
            () => ReadAsync(
                async db =>
                    await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox_message WHERE message_id = {messageId}")
                    .SingleAsync() > 0));
        return messageId;
    }

    /// <summary>Moves the clock, and what is due goes at once.</summary>
    public void Jump(TimeSpan by)
    {
        Clock.Advance(by);
        Services.GetRequiredService<OutboxSignal>().Set();
    }

    public Task ExecuteAsync(FormattableString sql) => ReadAsync(db => db.Database.ExecuteSqlAsync(sql));

    public Task<List<Receipt>> ReceiptsAsync(Guid area) =>
        ReadAsync(db => db.Receipts.AsNoTracking().Where(x => x.AreaId == area).OrderBy(x => x.Sequence).ToListAsync());

    /// <summary>The receipts of an area, once there are so many.</summary>
    public async Task<List<Receipt>> ReceiptsAsync(Guid area, int count)
    {
        await Eventually.HoldsAsync(
            () => ReadAsync(async db => await db.Receipts.CountAsync(x => x.AreaId == area) >= count), TimeSpan.FromMinutes(3),
            $"{count} receipts");
        return await ReceiptsAsync(area);
    }

    /// <summary>The copy of a ticket, once it is as expected.</summary>
    public async Task<Ticket> TicketAsync(Guid id, Func<Ticket, bool> expected)
    {
        Ticket? found = null;
        await Eventually.HoldsAsync(
            async () => (found = await ReadAsync(db => db.Tickets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id))) is not null
            && expected(found));
        return found!;
    }
}
