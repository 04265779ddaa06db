using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Operations;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Operations.Failures;

public static class ListFailures
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/failures", HandleAsync)
        .WithName("ListFailures")
        .WithSummary("Messages that a service could not deal with, the latest first; without a state those that nobody has settled");

    static async Task<PagedResult<FailureResponse>> HandleAsync(
        OperationsDbContext db, CancellationToken cancellationToken, EnumParameter<FailureState>? state = null, string? service = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var failures = db.Failures.AsNoTracking().Include(x => x.Actions).AsQueryable();
        failures = state is { Value: var wanted } ? failures.Where(x => x.State == wanted) : failures.Where(x => x.SettledAt == null);
        if (service is not null)
            failures = failures.Where(x => x.Service == service);
        var rows = await failures.OrderByDescending(x => x.LastFailedAt).ThenBy(x => x.Id)
            .Skip((page - 1) * size).Take(size + 1).ToListAsync(cancellationToken);
        return PagedResult.Of(rows.ConvertAll(x => x.ToResponse()), page, size);
    }
}
