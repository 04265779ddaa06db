using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Formats;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

public static class ListDeliveries
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("", HandleAsync)
        .RequireAuthorization(Policies.Staff)
        .WithName("ListDeliveries").WithSummary("Mails by ticket, state, template, address or time, newest first");

    static async Task<Results<Ok<PagedResult<DeliverySummary>>, ValidationProblem>> HandleAsync(
        NotificationDbContext db, CachedSettings settings, ClaimsPrincipal caller, CancellationToken cancellationToken,
        string? ticket = null, EnumParameter<DeliveryState>? state = null, string? template = null, string? email = null,
        DateTimeOffset? since = null, DateTimeOffset? until = null,
        [Range(1, PagedResult.LastPage)] int page = 1, [Range(1, PagedResult.LargestSize)] int size = PagedResult.DefaultSize)
    {
        var found = db.Deliveries.AsNoTracking().VisibleTo(caller, (await settings.GetAsync(cancellationToken)).AgentsSee, db);
        if (ticket is not null)
        {
            if (!TicketNumber.TryParse(ticket, out var number))
                return Problem.Invalid("ticket", "This is not the number of a ticket, such as HD-000123.");
            found = found.Where(x => x.TicketNumber == number
                || db.DigestItems.Any(n => n.TicketNumber == number && n.DeliveryId == x.Id));
        }

        if (state is { Value: var wanted })
            found = found.Where(x => x.State == wanted);
        if (template is not null)
            found = found.Where(x => x.Template == template);
        if (email is not null && EmailAddress.CanonicalOf(email) is var mailbox)
            found = found.Where(x => x.CanonicalAddress == mailbox);
        if (since?.ToUniversalTime() is { } from)
            found = found.Where(x => x.CreatedAt >= from);
        if (until?.ToUniversalTime() is { } to)
            found = found.Where(x => x.CreatedAt < to);
        // One more than asked for tells whether a next page exists without counting a ledger of millions.
        var rows = await found.OrderByDescending(x => x.CreatedAt).ThenBy(x => x.Id).Skip((page - 1) * size).Take(size + 1)
            .Select(x => new DeliverySummary(
                x.Id, x.TicketNumber, x.Template, x.Language, new(x.RecipientName, x.RecipientAddress), x.Subject, x.State, x.Attempts,
                x.CreatedAt, x.NextAttemptAt, x.SentAt, x.Cause, x.Reason, x.MailId,
                x.Resends.OrderBy(r => r.AskedAt)
                    .Select(r => new DeliveryResend(
                        r.AskedAt, r.AskedByName, r.Reason, r.PreviousState, r.PreviousReason, r.PreviousRecipient))
                    .ToList()))
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(PagedResult.Of(rows, page, size));
    }
}
