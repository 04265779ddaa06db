using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Queues;

public static class ListOutboxes
{
    /// <summary>What a service last told of its outbox.</summary>
    /// <param name="OldestDue">Since when the message waits that should have left first; null when none is due.</param>
    /// <param name="SetAside">Messages that could not be delivered and that a person must look at.</param>
    /// <param name="ToldAt">When it told; long ago for a service that does not answer.</param>
    public sealed record Item(string Service, DateTimeOffset? OldestDue, int SetAside, DateTimeOffset ToldAt);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/outboxes", HandleAsync)
        .WithName("ListOutboxes").WithSummary("Since when messages wait in each service to be sent");

    static async Task<PagedResult<Item>> HandleAsync(OperationsDbContext db, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize) => PagedResult.Of(
            await db.Outboxes.AsNoTracking().OrderBy(x => x.Service).Skip((page - 1) * size).Take(size + 1)
                .Select(x => new Item(x.Service, x.OldestDue, x.SetAside, x.ToldAt)).ToListAsync(cancellationToken), page, size);
}
