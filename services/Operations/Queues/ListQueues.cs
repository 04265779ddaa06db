using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Operations;
using Helpdesk.Operations.Failures;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Queues;

public static class ListQueues
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/queues", HandleAsync)
        .WithName("ListQueues")
        .WithSummary("How long every queue is, and since when it has not been empty; the ones that wait longest first");

    static async Task<PagedResult<QueueSummary>> HandleAsync(OperationsDbContext db, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var rows = await db.Queues.AsNoTracking().OrderBy(x => x.NotEmptySince).ThenBy(x => x.Name).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new { Queue = x, Failures = db.Failures.Count(y => y.Queue == x.Name && y.SettledAt == null) })
            .ToListAsync(cancellationToken);
        return PagedResult.Of(
            rows.ConvertAll(x => new QueueSummary(x.Queue.Service, FailureMapping.ConsumerOf(x.Queue.Service, x.Queue.Name), x.Queue.Name,
            x.Queue.Length, x.Queue.Consumers, x.Queue.NotEmptySince, x.Failures, x.Queue.SampledAt)), page, size);
    }
}
