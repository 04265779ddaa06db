using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

static class ListMessages
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}/messages", HandleAsync).WithName("ListMessages")
        .WithSummary("The conversation, oldest first; internal notes only for staff").Produces<Slice<MessageView>>();

    /// <summary>A page of the conversation as this reader may see it.</summary>
    public static async Task<Slice<MessageView>> ReadAsync(
        TicketingDbContext db, Guid ticket, bool forStaff, Downloads downloads, int page, int size, CancellationToken cancellationToken)
    {
        var messages = db.Messages.AsNoTracking().Where(x => x.TicketId == ticket);
        if (!forStaff)
            messages = messages.Where(x => x.Kind != MessageKind.InternalNote);
        var rows = await messages.OrderBy(x => x.Position).Skip((page - 1) * size).Take(size + 1).Include(x => x.Attachments).ToListAsync(cancellationToken);
        return Slice.Of(rows.ConvertAll(x => Views.Of(x, downloads, forStaff)), page, size);
    }

    static async Task<IResult> HandleAsync(
        string number, TicketingDbContext db, ClaimsPrincipal caller, Viewers viewers, Downloads downloads, CancellationToken cancellationToken,
        [Range(1, Slice.LastPage)] int page = 1, [Range(1, Slice.LargestSize)] int size = Slice.DefaultSize)
    {
        var ticket = await db.Tickets.Where(x => x.Number == number).VisibleTo(await viewers.OfAsync(caller, cancellationToken)).Select(x => new { x.Id, x.CustomerId }).SingleOrDefaultAsync(cancellationToken);
        return ticket is null
            ? Problem.NotFound("ticket")
            : TypedResults.Ok(await ReadAsync(db, ticket.Id, caller.IsStaffFor(ticket.CustomerId), downloads, page, size, cancellationToken));
    }
}
