using Helpdesk.Api.Tickets;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Reading;

/// <summary>A ticket with what is told beside it.</summary>
sealed record TicketDetails(Ticket Ticket, string? Area, string? MergedInto = null, string? ContinuedIn = null)
{
    public static async Task<TicketDetails?> FindAsync(
        TicketingDbContext db, IQueryable<Ticket> which, CancellationToken cancellationToken)
    {
        var found = await which.AsNoTracking()
            .Select(x => new { Ticket = x, Area = db.Areas.Where(a => a.Id == x.AreaId).Select(a => a.Name).FirstOrDefault() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var (ticket, area) = (found.Ticket, found.Area);
        if (ticket.MergedIntoId is null && ticket.ContinuedInId is null)
            return new(ticket, area);
        var numbers = await db.Tickets.Where(x => x.Id == ticket.MergedIntoId || x.Id == ticket.ContinuedInId)
            .ToDictionaryAsync(x => x.Id, x => x.Number, cancellationToken);
        return new(ticket, area, NumberOf(ticket.MergedIntoId), NumberOf(ticket.ContinuedInId));

        string? NumberOf(Guid? id) => id is null ? null : numbers.GetValueOrDefault(id.Value);
    }

    public TicketResponse ToResponse(Policy policy, TicketReader reader, DateTimeOffset now) =>
        TicketMapping.ToResponse(Ticket, Area, reader.AsStaff ? MergedInto ?? ContinuedIn : ContinuedIn, policy, reader, now);
}
