using System.Data.Common;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.Transport;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Sending;

/// <summary>The rows whose time has come. Each step is one statement: nothing is locked while a mail server is spoken to.</summary>
sealed class DueDeliveries(IServiceScopeFactory scopes, Mailbox configured, TimeProvider time)
{
    /// <summary>Takes up to this many. Replicas pass over each other's rows; a lease that ran out counts as due again.</summary>
    public async Task<List<Delivery>> TakeAsync(int atMost, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Deliveries.FromSql($"""
            with due as materialized (
                select id from delivery where next_attempt_at <= {now} order by next_attempt_at limit {atMost} for update skip locked)
            update delivery set state = 'Sending', attempts = attempts + 1, next_attempt_at = {now + configured.Lease}
            from due where delivery.id = due.id returning delivery.*
            """).AsNoTracking().ToListAsync(cancellationToken);
    }

    public async Task SentAsync(Delivery taken)
    {
        await SettleAsync(taken, DeliveryState.Sent, null, null);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Bounces>().ForgetAsync(taken.RecipientAddress);
    }

    /// <param name="taken">Which.</param>
    /// <param name="cause">Why it will not be tried again.</param>
    /// <param name="reason">The same in words.</param>
    /// <param name="bounced">Whether the mail server knows no such address.</param>
    public async Task FailedAsync(Delivery taken, DeliveryCause cause, string reason, bool bounced = false)
    {
        await SettleAsync(taken, DeliveryState.Failed, null, reason, cause);
        if (!bounced)
            return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Bounces>().RememberAsync(taken.RecipientAddress, reason);
    }

    public Task TryAgainAsync(Delivery taken, TimeSpan pause, string reason) => SettleAsync(taken, DeliveryState.Queued, time.GetUtcNow() + pause, reason);

    /// <summary>Gives back what was taken but not begun.</summary>
    public async Task GiveBackAsync(IEnumerable<Delivery> taken)
    {
        var ids = taken.Select(x => x.Id).ToList();
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Deliveries
            .Where(x => ids.Contains(x.Id) && x.State == DeliveryState.Sending)
            .ExecuteUpdateAsync(x => x.SetProperty(d => d.State, DeliveryState.Queued).SetProperty(d => d.NextAttemptAt, now).SetProperty(d => d.Attempts, d => d.Attempts - 1));
    }

    async Task SettleAsync(Delivery taken, DeliveryState state, DateTimeOffset? next, string? reason, DeliveryCause? cause = null)
    {
        DateTimeOffset? sentAt = state == DeliveryState.Sent ? time.GetUtcNow() : null;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                // Only while the lease is ours: the attempt's number tells it from a later holder's.
                await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Deliveries
                    .Where(x => x.Id == taken.Id && x.State == DeliveryState.Sending && x.Attempts == taken.Attempts)
                    .ExecuteUpdateAsync(x => x.SetProperty(d => d.State, state).SetProperty(d => d.NextAttemptAt, next)
                        .SetProperty(d => d.Reason, reason).SetProperty(d => d.Cause, cause)
                        .SetProperty(d => d.SentAt, d => sentAt ?? d.SentAt));
                return;
            }
            catch (Exception exception) when (attempt < 10 && exception is (DbException or InvalidOperationException { InnerException: DbException }))
            {
                // The mail is out: a database that is away for a moment must not make it go out twice.
                await Task.Delay(TimeSpan.FromMilliseconds(300 * attempt), time);
            }
        }
    }
}
