using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

static class ListTickets
{
    public enum View { Open, Mine, Unassigned, Closed, All }

    public enum Sort { Updated, Opened, Priority }

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync).WithName("ListTickets")
        .WithSummary("Tickets that the caller may see: staff by view, customers their own");

    static async Task<Slice<TicketLine>> HandleAsync(
        TicketingDbContext db, ClaimsPrincipal caller, Viewers viewers, CancellationToken cancellationToken,
        Choice<View>? view = null, Choice<TicketStatus>? status = null, Choice<TicketPriority>? priority = null, Guid? area = null, Guid? category = null, Guid? assignee = null,
        [StringLength(200)] string? q = null, Choice<Sort>? sort = null, [Range(1, Slice.LastPage)] int page = 1, [Range(1, Slice.LargestSize)] int size = Slice.DefaultSize)
    {
        var tickets = db.Tickets.AsNoTracking().VisibleTo(await viewers.OfAsync(caller, cancellationToken));
        tickets = (view?.Value ?? View.Open) switch
        {
            View.Open => tickets.Where(x => x.Status != TicketStatus.Closed),
            View.Mine => Mine(tickets, caller.AccountId()),
            View.Unassigned => tickets.Where(x => x.AssigneeId == null && x.Status != TicketStatus.Closed),
            View.Closed => tickets.Where(x => x.Status == TicketStatus.Closed),
            _ => tickets,
        };
        if (status is not null)
            tickets = tickets.Where(x => x.Status == status.Value.Value);
        if (priority is not null)
            tickets = tickets.Where(x => x.Priority == priority.Value.Value);
        if (area is not null)
            tickets = tickets.Where(x => x.AreaId == area);
        if (category is not null)
            tickets = tickets.Where(x => x.CategoryId == category);
        if (assignee is not null)
            tickets = tickets.Where(x => x.AssigneeId == assignee);
        if (Search.Query(q) is { } words)
            tickets = tickets.Where(x => EF.Property<NpgsqlTypes.NpgsqlTsVector>(x, "Words").Matches(EF.Functions.ToTsQuery("simple", words)));
        tickets = (sort?.Value ?? Sort.Updated) switch
        {
            Sort.Priority => tickets.OrderByDescending(x => x.Priority).ThenBy(x => x.OpenedAt).ThenBy(x => x.Id),
            Sort.Opened => tickets.OrderByDescending(x => x.OpenedAt).ThenBy(x => x.Id),
            _ => tickets.OrderByDescending(x => x.UpdatedAt).ThenBy(x => x.Id),
        };
        var rows = await tickets.Skip((page - 1) * size).Take(size + 1).Select(x => new TicketLine(
                x.Id, x.Number, x.Subject, x.Status, x.Priority, x.CategoryTitle, db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault(), x.CustomerName,
                x.AssigneeId == null ? null : new Named(x.AssigneeId.Value, x.AssigneeName!), x.OpenedAt, x.UpdatedAt, x.WaitingSince, x.ClosedAt, x.Version))
            .ToListAsync(cancellationToken);
        return Slice.Of(rows, page, size);
    }

    static IQueryable<Ticket> Mine(IQueryable<Ticket> tickets, Guid? me) =>
        tickets.Where(x => (x.AssigneeId == me || x.CustomerId == me) && x.Status != TicketStatus.Closed);
}
