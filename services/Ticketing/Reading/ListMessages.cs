using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Tickets;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.Ticketing.Files;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Tracking;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Reading;

static class ListMessages
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/{number}/messages", HandleAsync).AllowTrackingLink()
        .WithName("ListMessages").Produces<PagedResult<MessageResponse>>()
        .WithSummary("The conversation, oldest first, with those that were merged into it; internal notes only for staff");

    /// <summary>
    /// The tickets merged into this one whose words the reader may see: staff all of them, a customer those of their account.
    /// Who only holds the link of a ticket that was opened with a typed address sees none: the address may be another's.
    /// </summary>
    public static async Task<List<Ticket>> MergedAsync(
        TicketingDbContext db, Ticket ticket, TicketReader reader, CancellationToken cancellationToken)
    {
        var ids = ticket.MergedFrom;
        if (ids.Count == 0)
            return [];
        var merged = await db.Tickets.AsNoTracking().Where(x => ids.Contains(x.Id)).ToListAsync(cancellationToken);
        return merged.FindAll(x => reader.AsStaff || (reader.SeesMerged && x.SharesAccountWith(ticket)));
    }

    static async Task<IResult> HandleAsync(
        string number, TicketingDbContext db, ClaimsPrincipal caller, ViewerResolver viewers, DownloadLinks downloads,
        CancellationToken cancellationToken, [Range(1, PagedResult.LastPage)] int page = 1,
        [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var ticket = await db.Tickets.AsNoTracking().Where(x => x.Number == number)
            .VisibleTo(await viewers.ResolveAsync(caller, cancellationToken)).SingleOrDefaultAsync(cancellationToken);
        return ticket is null
            ? Problem.NotFound("ticket")
            : TypedResults.Ok(
                await ReadAsync(db, ticket, TicketReader.Of(caller, ticket), downloads, page, size, cancellationToken));
    }

    static async Task<PagedResult<MessageResponse>> ReadAsync(
        TicketingDbContext db, Ticket ticket, TicketReader reader, DownloadLinks downloads, int page, int size,
        CancellationToken cancellationToken)
    {
        var merged = await MergedAsync(db, ticket, reader, cancellationToken);
        var origins = merged.ToDictionary(x => x.Id, x => x.Number);
        Guid[] tickets = [ticket.Id, .. origins.Keys];
        var messages = db.Messages.AsNoTracking().Where(x => tickets.Contains(x.TicketId));
        // On their own ticket a member of the staff is its customer, also when it went into one that they work on.
        var own = merged.Where(x => reader.Account is not null && x.CustomerId == reader.Account).Select(x => x.Id).ToArray();
        messages = reader.AsStaff
            ? messages.Where(x => x.Kind != MessageKind.InternalNote || !own.Contains(x.TicketId))
            : messages.Where(x => x.Kind != MessageKind.InternalNote);
        messages = origins.Count == 0
            ? messages.OrderBy(x => x.Position)
            : messages.OrderBy(x => x.At).ThenBy(x => x.TicketId).ThenBy(x => x.Position);
        var rows = await messages.Skip((page - 1) * size).Take(size + 1).Include(x => x.Attachments).ToListAsync(cancellationToken);
        var views = rows.ConvertAll(x => TicketMapping.ToResponse(x, ticket, origins.GetValueOrDefault(x.TicketId), reader, downloads));
        return PagedResult.Of(views, page, size);
    }
}
