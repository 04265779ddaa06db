using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

public static class ListDeliveries
{
    /// <summary>One mail and what became of it.</summary>
    public sealed record Item(
        Guid Id, string Ticket, string Template, string Language, Named Recipient, string Subject, string State, int Attempts,
        DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, string? Reason, string MailId, IReadOnlyList<Again> Resends);

    public sealed record Named(string Name, string Email);

    public sealed record Again(DateTimeOffset AskedAt, string AskedBy, string Reason, string PreviousState, string? PreviousReason);

    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .RequireAuthorization(Policies.Staff).WithName("ListDeliveries").WithSummary("Mails by ticket or state, newest first");

    static async Task<Slice<Item>> HandleAsync(
        NotificationDbContext db, CancellationToken cancellationToken, string? ticket = null, DeliveryState? state = null,
        [Range(1, Slice.LastPage)] int page = 1, [Range(1, Slice.LargestSize)] int size = Slice.DefaultSize)
    {
        var found = db.Deliveries.AsNoTracking();
        if (ticket is not null)
            found = found.Where(x => x.TicketNumber == ticket);
        if (state is not null)
            found = found.Where(x => x.State == state);
        // One more than asked for tells whether a next page exists without counting a ledger of millions.
        var rows = await found.OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new Item(
                x.Id, x.TicketNumber, x.Template, x.Language, new(x.RecipientName, x.RecipientAddress), x.Subject, x.State.ToString(), x.Attempts,
                x.CreatedAt, x.NextAttemptAt, x.SentAt, x.Reason, x.MailId,
                x.Resends.OrderBy(r => r.AskedAt).Select(r => new Again(r.AskedAt, r.AskedByName, r.Reason, r.PreviousState.ToString(), r.PreviousReason)).ToList()))
            .ToListAsync(cancellationToken);
        return Slice.Of(rows, page, size);
    }
}
