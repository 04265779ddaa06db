using System.Security.Claims;
using Helpdesk.Api.Deliveries;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Ledger;

/// <summary>
/// After a mail server was repaired: everything that was given up for its sake goes out again. Who was refused in person is not tried
/// again.
/// </summary>
public static class RetryFailedDeliveries
{
    /// <summary>So many at a time, so that a mistake is not a flood.</summary>
    public const int Most = 500;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/retries", HandleAsync)
        .RequireAuthorization(Policies.Admin)
        .WithName("RetryFailedDeliveries").WithSummary("Tries all mails again that were given up, the oldest 500 first");

    static async Task<Accepted<RetryDeliveriesResponse>> HandleAsync(
        RetryDeliveriesRequest request, ClaimsPrincipal caller, NotificationDbContext db, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = request.Since?.ToUniversalTime() ?? now.AddDays(-7);
        var (me, name) = (caller.AccountId(), caller.FullName());
        // One statement: of two administrators at once each gets rows of their own, and none goes out twice.
        var counted = await db.Database.SqlQuery<int>($"""
            with chosen as materialized (
                select id, state, reason, recipient_address from delivery
                where state = 'Failed' and cause in ('Exhausted', 'Rejected') and created_at >= {since}
                order by created_at limit {Most} for update skip locked),
            noted as (
                insert into resend (
                    id, delivery_id, asked_at, asked_by_id, asked_by_name, reason, previous_state, previous_reason, previous_recipient)
                select gen_random_uuid(), id, {now}, {me}, {name}, {request.Reason}, state, reason, recipient_address from chosen),
            queued as (
                update delivery set state = 'Queued', next_attempt_at = {now}, attempts = 0, reason = null, cause = null
                from chosen where delivery.id = chosen.id returning 1)
            select count(*)::int as "Value" from queued
            """).ToListAsync(cancellationToken);
        return TypedResults.Accepted("/api/deliveries?state=Queued", new RetryDeliveriesResponse(counted[0], counted[0] == Most));
    }
}
