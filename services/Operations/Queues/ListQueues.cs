using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Operations.Failures;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Queues;

public static class ListQueues
{
    /// <summary>A queue as it was at the last look.</summary>
    /// <param name="Consumer">What its consumer does, in words.</param>
    /// <param name="Length">Messages that nobody has begun with.</param>
    /// <param name="Consumers">Processes that consume from it.</param>
    /// <param name="NotEmptySince">Since when no look found it empty; null when the last one did.</param>
    /// <param name="Failures">Messages of it that failed and wait for somebody to decide.</param>
    /// <param name="SampledAt">When that look was.</param>
    public sealed record Item(
        string Service, string Consumer, string Queue, long Length, long Consumers, DateTimeOffset? NotEmptySince, int Failures,
        DateTimeOffset SampledAt);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/queues", HandleAsync)
        .WithName("ListQueues")
        .WithSummary("How long every queue is, and since when it has not been empty; the ones that wait longest first");

    static async Task<PagedResult<Item>> HandleAsync(OperationsDbContext db, CancellationToken cancellationToken,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var rows = await db.Queues.AsNoTracking().OrderBy(x => x.NotEmptySince).ThenBy(x => x.Name).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new { Queue = x, Failures = db.Failures.Count(y => y.Queue == x.Name && y.SettledAt == null) })
            .ToListAsync(cancellationToken);
        return PagedResult.Of(rows.ConvertAll(x => new Item(x.Queue.Service, FailureAnswer.InWords(x.Queue.Service, x.Queue.Name), x.Queue.Name,
            x.Queue.Length, x.Queue.Consumers, x.Queue.NotEmptySince, x.Failures, x.Queue.SampledAt)), page, size);
    }
}
