using System.Security.Claims;
using Helpdesk.Api;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

public static class ResendDelivery
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/{id:guid}/resend", HandleAsync)
        .RequireAuthorization(Policies.Dispatcher).WithName("ResendDelivery").WithSummary("Sends a failed or sent mail again");

    static async Task<IResult> HandleAsync(
        Guid id, ResendDeliveryRequest request, ClaimsPrincipal caller, NotificationDbContext db, CachedSettings settings,
        TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Locked, or two clicks at once would both find it failed and send it twice.
        var delivery = await db.Deliveries.FromSql($"select * from delivery where id = {id} for update")
            .SingleOrDefaultAsync(cancellationToken);
        if (delivery is null || !IsVisible(delivery, caller))
            return Refusal.NotFound("delivery").ToProblem();
        if (CanResend(delivery, time.GetUtcNow()).IsRefused(out var refusal))
            return refusal.ToProblem();

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
            PreviousRecipient = delivery.RecipientAddress,
        });
        // A new Message-ID: the receiving side would drop the old one as a copy of what it already has.
        delivery.ThreadId ??= delivery.TicketId is null ? null : delivery.MailId;
        var round = await db.Resends.CountAsync(x => x.DeliveryId == id, cancellationToken) + 1;
        delivery.MailId = (await settings.GetAsync(cancellationToken)).MailId($"{id:N}.{round}");
        (delivery.State, delivery.NextAttemptAt, delivery.Attempts) = (DeliveryState.Queued, time.GetUtcNow(), 0);
        (delivery.Reason, delivery.Cause) = (null, null);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Accepted($"/api/deliveries?ticket={delivery.TicketNumber}");
    }

    // Mails about accounts are the administrators' to see.
    static bool IsVisible(Delivery delivery, ClaimsPrincipal caller) =>
        delivery.TicketId is not null || delivery.RecipientId == caller.AccountId() || caller.IsInRole(AccountRoles.Admin);

    static Result CanResend(Delivery delivery, DateTimeOffset now)
    {
        var resendable = delivery.State is DeliveryState.Failed or DeliveryState.Sent
            || delivery is { State: DeliveryState.Suppressed, Cause: DeliveryCause.Bounced };
        if (!resendable)
        {
            return new Refusal(
                ProblemTypes.DeliveryNotResendable,
                $"This mail is {delivery.State}. Only one that was sent, failed, or was held back for its address can be sent again.");
        }

        return Mail.FromJson(delivery.Model).Expiry <= now
            ? new Refusal(ProblemTypes.DeliveryExpired, "The link in this mail no longer works. Whoever needs it asks for a new one.")
            : Result.Done;
    }
}
