using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tickets;

/// <summary>Whoever sends the version that he saw in <c>If-Match</c> changes nothing that somebody else has changed meanwhile, and learns who did what.</summary>
static class TicketVersion
{
    const int MostTold = 20;

    /// <summary>Something that happened since the caller looked.</summary>
    public sealed record Change(DateTimeOffset At, TimelineKind Kind, ActorKind ActorKind, string ActorName);

    public static long? Expected(HttpRequest request) => SeenVersion.Of(request);

    public static void Tell(HttpResponse response, Ticket ticket) => SeenVersion.Tell(response, ticket.Version);

    public static async Task<IResult> ChangedAsync(TicketingDbContext db, Ticket ticket, long seen, bool forStaff, CancellationToken cancellationToken)
    {
        var entries = await db.Timeline.AsNoTracking().Where(x => x.TicketId == ticket.Id && x.Version > seen && (forStaff || x.Kind != TimelineKind.NoteAdded))
            .OrderByDescending(x => x.Version).Take(MostTold).ToListAsync(cancellationToken);
        var changes = entries.ConvertAll(x => new Change(x.At, x.Kind, x.ActorKind, Views.NameOf(x.ActorKind, x.ActorName, forStaff)));
        return SeenVersion.Changed("ticket", ticket.Version, changes);
    }
}
