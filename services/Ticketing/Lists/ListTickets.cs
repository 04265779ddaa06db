using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Formats;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Time;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Lists;

static class ListTickets
{
    /// <summary>So many tickets can be skipped by pages; whoever wants more goes on by <c>after</c>.</summary>
    const int MostSkipped = 10_000;

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).WithName("ListTickets")
        .WithSummary("Tickets that the caller may see: staff by view, customers their own").Produces<ListTicketsResponse>();

    static async Task<IResult> HandleAsync(
        TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, CachedPolicy policies, TimeProvider time,
        [AsParameters] TicketFilter filter, CancellationToken cancellationToken,
        [TextLength(200, Line = true)] string? q = null, EnumParameter<TicketOrder>? sort = null,
        [StringLength(TicketCursor.LongestText)] string? after = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var order = sort?.Value ?? TicketOrder.Updated;
        TicketCursor? place = null;
        if (!string.IsNullOrEmpty(after) && !TicketCursor.TryParse(after, order, out place))
            return Problem.Invalid("after", "This is not where an answer in this order ended.");
        var skipped = place is null ? (page - 1) * size : 0;
        if (skipped > MostSkipped)
            return Problem.Invalid("page", $"Pages end after {MostSkipped} tickets. Go on by after, with the next of the answer before.");
        if (filter.Validate().IsRefused(out var wrong))
            return wrong.ToProblem();
        if (CallerTimeZone.Of(filter.Zone, (await policies.GetAsync(cancellationToken)).Zone) is not { } days)
            return Problem.Invalid("zone", "This is not a time zone such as America/Guayaquil.");

        // A search asks several times; each would go to another of the server's processes, which has to find its way to the same tickets
        // anew.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var viewer = await viewers.ResolveAsync(caller, cancellationToken);
        var wanted = new TicketListQuery(filter with { Days = days }, viewer, order, place, skipped, size, time.GetUtcNow());
        var rows = await db.FindAsync(wanted, q, found => found.Select(x => new ListedTicket(new TicketSummary(
            x.Id, x.Number, x.Subject, x.Status, x.Status.Category(), x.Priority, x.CategoryTitle, db.Areas.Where(a => a.Id == x.AreaId)
                .Select(a => a.Name).FirstOrDefault(), x.CustomerName,
            x.AssigneeId == null
                ? null
                : new NamedReference(x.AssigneeId.Value, x.AssigneeName!), x.OpenedAt, x.UpdatedAt, x.WaitingSince, x.ClosedAt,
            x.Tags, x.ReplyCount, x.LastReplyAt, x.Version), x.CustomerId, x.CustomerUpdatedAt, x.CustomerVersion)), cancellationToken);
        var slice = PagedResult.Of(rows, page, size);
        // The next page goes on where the list is in order: by its own hours, which a customer's list has for all.
        var next = !slice.More ? null : order.CursorOf(viewer.Staff ? slice.Items[^1].Summary : slice.Items[^1].For(viewer)).ToString();
        return TypedResults.Ok(new ListTicketsResponse([.. slice.Items.Select(x => x.For(viewer))], page, size, slice.More, next));
    }
}
