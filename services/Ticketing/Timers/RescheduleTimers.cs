using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Timers;

/// <summary>
/// After a change of the settings every ticket with a timer looks at its hours again: a batch each second, so that replies and
/// closings of the day do not stand in line behind a hundred thousand of them.
/// </summary>
sealed class RescheduleTimers(TicketingDbContext db, IPublishEndpoint publish) : IConsumer<RescheduleTimersDue>
{
    public const int Batch = 200;
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task Consume(ConsumeContext<RescheduleTimersDue> context)
    {
        var (version, after) = context.Message;
        // A later change has begun from the start.
        if (!await db.Settings.AnyAsync(x => x.Version == version, context.CancellationToken))
            return;
        var tickets = await db.Timers.Where(x => x.CorrelationId > after).OrderBy(x => x.CorrelationId).Take(Batch)
            .Select(x => x.CorrelationId).ToListAsync(context.CancellationToken);
        foreach (var ticket in tickets)
            await publish.Publish(new TimersOutdated(ticket), context.CancellationToken);
        if (tickets.Count == Batch)
            await context.ScheduleSend(Pause, new RescheduleTimersDue(version, tickets[^1]));
        await db.SaveChangesAsync(context.CancellationToken);
    }
}
