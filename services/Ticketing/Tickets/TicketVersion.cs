using System.Globalization;
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

    /// <summary>The version that the caller saw; null when he does not say, and a version that never was when it cannot be read.</summary>
    public static long? Expected(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
            return null;
        return long.TryParse(header.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }

    public static void Tell(HttpResponse response, Ticket ticket) => response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{ticket.Version}\"");

    public static async Task<IResult> ChangedAsync(TicketingDbContext db, Ticket ticket, long seen, bool forStaff, CancellationToken cancellationToken)
    {
        var entries = await db.Timeline.AsNoTracking().Where(x => x.TicketId == ticket.Id && x.Version > seen && (forStaff || x.Kind != TimelineKind.NoteAdded))
            .OrderByDescending(x => x.Version).Take(MostTold).ToListAsync(cancellationToken);
        var changes = entries.ConvertAll(x => new Change(x.At, x.Kind, x.ActorKind, Views.NameOf(x.ActorKind, x.ActorName, forStaff)));
        return Problem.Of(StatusCodes.Status412PreconditionFailed, "changed-meanwhile", "Somebody changed this ticket after you had opened it. Look at what changed, then repeat what you meant to do.",
            new Dictionary<string, object?> { ["version"] = ticket.Version, ["changes"] = changes });
    }
}
