using System.ComponentModel.DataAnnotations;
using Helpdesk.Api;
using Helpdesk.Api.Queue;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Queue;

public static class ListQueue
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).RequireAuthorization(Policies.Dispatcher)
        .WithName("ListQueue").WithSummary("Tickets of all areas that wait for an agent, the most urgent first and of these the oldest; "
            + "asked is whether the dispatchers were");

    static Task<PagedResult<WaitingTicketSummary>> HandleAsync(
        AssignmentDbContext db, CancellationToken cancellationToken, Guid? area = null, bool? asked = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var waiting = db.Tickets.Where(x => x.WaitingSince != null);
        if (area is not null)
            waiting = waiting.Where(x => x.AreaId == area);
        if (asked is not null)
            waiting = waiting.Where(x => x.DispatchersAskedAt != null == asked);
        return waiting.ToPageAsync(db, page, size, cancellationToken);
    }
}
