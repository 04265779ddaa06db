using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Operations;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Queues;

public static class ListOutboxes
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/outboxes", HandleAsync)
        .WithName("ListOutboxes").WithSummary("Since when messages wait in each service to be sent");

    static async Task<PagedResult<OutboxSummary>> HandleAsync(OperationsDbContext db, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize) =>
            PagedResult.Of(
            await db.Outboxes.AsNoTracking().OrderBy(x => x.Service).Skip((page - 1) * size).Take(size + 1)
                .Select(x => new OutboxSummary(x.Service, x.OldestDue, x.SetAside, x.ToldAt)).ToListAsync(cancellationToken), page, size);
}
