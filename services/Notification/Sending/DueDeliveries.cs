using System.Data.Common;
using Helpdesk.Api.Deliveries;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Transport;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Sending;

/// <summary>The rows whose time has come. Each step is one statement: nothing is locked while a mail server is spoken to.</summary>
sealed class DueDeliveries(IServiceScopeFactory scopes, SmtpOptions configured, TimeProvider time)
{
    /// <summary>Takes up to this many. Replicas pass over each other's rows; a lease that ran out counts as due again.</summary>
    public async Task<List<Delivery>> TakeAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var taken = await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Deliveries.FromSql($"""
            with due as materialized (
                select id from delivery where next_attempt_at <= {now}
                order by next_attempt_at, created_at limit {atMost} for update skip locked)
            update delivery set state = 'Sending', attempts = attempts + 1, next_attempt_at = {now + configured.Lease}
            from due where delivery.id = due.id returning delivery.*
            """).AsNoTracking().ToListAsync(cancellationToken);
        return [.. taken.OrderBy(x => x.CreatedAt)];
    }

    public async Task MarkSentAsync(Delivery taken)
    {
        await SettleAsync(taken, new(DeliveryState.Sent, taken.Attempts));
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BouncedAddresses>().RemoveAsync(taken.RecipientAddress);
    }

    /// <param name="taken">Which.</param>
    /// <param name="cause">Why it will not be tried again.</param>
    /// <param name="reason">The same in words.</param>
    /// <param name="bounced">Whether the mail server knows no such address.</param>
    public async Task MarkFailedAsync(Delivery taken, DeliveryCause cause, string reason, bool bounced = false)
    {
        await SettleAsync(taken, new(DeliveryState.Failed, taken.Attempts) { Reason = reason, Cause = cause });
        if (!bounced)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<BouncedAddresses>().RecordAsync(taken.RecipientAddress, reason);
    }

    /// <summary>It is not to be sent after all.</summary>
    public Task MarkSuppressedAsync(Delivery taken) =>
        SettleAsync(taken, new(DeliveryState.Suppressed, taken.Attempts) { Reason = taken.Reason, Cause = taken.Cause });

    /// <param name="taken">Which.</param>
    /// <param name="pause">For how long it waits.</param>
    /// <param name="reason">Why it was not sent.</param>
    public Task RescheduleAsync(Delivery taken, TimeSpan pause, string reason) =>
        SettleAsync(taken, new(DeliveryState.Queued, taken.Attempts) { Next = time.GetUtcNow() + pause, Reason = reason });

    /// <summary>It stays due, behind the others, until the mail server is back. All tries until then count as one attempt.</summary>
    public Task KeepDueAsync(Delivery taken, string reason)
    {
        var now = time.GetUtcNow();
        var attempts = taken.WaitingSince is null ? taken.Attempts : taken.Attempts - 1;
        var since = taken.WaitingSince ?? now;
        return SettleAsync(taken, new(DeliveryState.Queued, attempts) { Next = now, WaitingSince = since, Reason = reason });
    }

    /// <summary>Gives back what was taken but not begun.</summary>
    public async Task ReleaseAsync(IEnumerable<Delivery> taken)
    {
        var ids = taken.Select(x => x.Id).ToList();
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Deliveries
            .Where(x => ids.Contains(x.Id) && x.State == DeliveryState.Sending)
            .ExecuteUpdateAsync(x => x.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.NextAttemptAt, now)
                .SetProperty(d => d.Attempts, d => d.Attempts - 1));
    }

    async Task SettleAsync(Delivery taken, Settled to)
    {
        DateTimeOffset? sentAt = to.State == DeliveryState.Sent ? time.GetUtcNow() : null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                // Only while the lease is ours: the attempt's number tells it from a later holder's.
                await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Deliveries
                    .Where(x => x.Id == taken.Id && x.State == DeliveryState.Sending && x.Attempts == taken.Attempts)
                    .ExecuteUpdateAsync(x => x.SetProperty(d => d.State, to.State).SetProperty(d => d.Attempts, to.Attempts)
                        .SetProperty(d => d.NextAttemptAt, to.Next).SetProperty(d => d.WaitingSince, to.WaitingSince)
                        .SetProperty(d => d.Reason, to.Reason).SetProperty(d => d.Cause, to.Cause)
                        .SetProperty(d => d.SentAt, d => sentAt ?? d.SentAt));
                return;
            }
            catch (Exception exception)
                when (attempt < 10 && exception is DbException or InvalidOperationException { InnerException: DbException })
            {
                // The mail is out: a database that is away for a moment must not make it go out twice.
                await Task.Delay(TimeSpan.FromMilliseconds(300 * attempt), time);
            }
        }
    }

    sealed record Settled(DeliveryState State, int Attempts)
    {
        public DateTimeOffset? Next { get; init; }
        public DateTimeOffset? WaitingSince { get; init; }
        public string? Reason { get; init; }
        public DeliveryCause? Cause { get; init; }
    }
}
