using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

public static class ResendDelivery
{
    /// <summary>Why the mail should go out again.</summary>
    public sealed record Request([property: Required, StringLength(500, MinimumLength = 3)] string Reason);

    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/resend", HandleAsync)
        .RequireAuthorization(Policies.Dispatcher).WithName("ResendDelivery").WithSummary("Sends a failed or sent mail again");

    static async Task<IResult> HandleAsync(
        Guid id, Request request, ClaimsPrincipal caller, NotificationDbContext db, CachedSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Locked, or two clicks at once would both find it failed and send it twice.
        if (await db.Deliveries.FromSql($"select * from delivery where id = {id} for update").SingleOrDefaultAsync(cancellationToken) is not { } delivery
            // Mails about accounts are the administrators' to see.
            || (delivery.TicketId is null && delivery.RecipientId != caller.AccountId() && !caller.IsInRole(Roles.Admin)))
            return Problem.NotFound("delivery");
        if (!IsResendable(delivery))
            return Problem.Of(StatusCodes.Status409Conflict, "delivery-not-resendable", $"This mail is {delivery.State}. Only one that was sent, failed, or was held back for its address can be sent again.");
        if (Mail.FromJson(delivery.Model).Expiry <= time.GetUtcNow())
            return Problem.Of(StatusCodes.Status409Conflict, "delivery-expired", "The link in this mail no longer works. Whoever needs it asks for a new one.");

        db.Add(new Resend
        {
            Id = Guid.CreateVersion7(),
            DeliveryId = id,
            AskedAt = time.GetUtcNow(),
            AskedById = caller.AccountId(),
            AskedByName = caller.FullName(),
            Reason = request.Reason,
            PreviousState = delivery.State,
            PreviousReason = delivery.Reason,
        });
        // A new Message-ID: the receiving side would drop the old one as a copy of what it already has.
        delivery.ThreadId ??= delivery.TicketId is null ? null : delivery.MailId;
        var round = await db.Resends.CountAsync(x => x.DeliveryId == id, cancellationToken) + 1;
        delivery.MailId = (await settings.GetAsync(cancellationToken)).MailId($"{id:N}.{round}");
        (delivery.State, delivery.NextAttemptAt, delivery.Attempts, delivery.Reason, delivery.Cause) = (DeliveryState.Queued, time.GetUtcNow(), 0, null, null);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Accepted($"/api/deliveries?ticket={delivery.TicketNumber}");
    }

    static bool IsResendable(Delivery delivery) =>
        delivery.State is DeliveryState.Failed or DeliveryState.Sent || delivery is { State: DeliveryState.Suppressed, Cause: DeliveryCause.Bounced };
}
