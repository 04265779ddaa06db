using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Sending;

/// <summary>The rows that wait for a mail server which could not be spoken with, as far as none of them was tried within the last minutes.</summary>
sealed class WaitingDeliveries(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>No mail is tried more often out of turn, and none alone.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);

    /// <summary>Makes up to this many due, the oldest first; how many that were.</summary>
    public Task<int> BringForwardAsync(int atMost, CancellationToken cancellationToken)
    {
        var (now, rested) = (time.GetUtcNow(), time.GetUtcNow() - Rest);
        return ExecuteAsync($"""
            with waiting as materialized (
                select id from delivery where server_silent_at <= {rested} and state = 'Queued' and next_attempt_at > {now}
                order by created_at limit {atMost} for update skip locked)
            update delivery set planned_at = coalesce(planned_at, next_attempt_at), next_attempt_at = {now} from waiting where delivery.id = waiting.id
            """, cancellationToken);
    }

    /// <summary>Makes one due, unless another was tried just before: each in its turn, so that one that always fails does not stand for all.</summary>
    public Task<int> BringOneForwardAsync(CancellationToken cancellationToken)
    {
        var (now, rested) = (time.GetUtcNow(), time.GetUtcNow() - Rest);
        return ExecuteAsync($"""
            with waiting as materialized (
                select id from delivery where server_silent_at <= {rested} and state = 'Queued' and next_attempt_at > {now}
                    and not exists (select from delivery where server_silent_at is not null and (server_silent_at > {rested} or next_attempt_at <= {now} or state = 'Sending'))
                order by server_silent_at limit 1 for update skip locked)
            update delivery set planned_at = coalesce(planned_at, next_attempt_at), next_attempt_at = {now} from waiting where delivery.id = waiting.id
            """, cancellationToken);
    }

    async Task<int> ExecuteAsync(FormattableString statement, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<NotificationDbContext>().Database.ExecuteSqlAsync(statement, cancellationToken);
    }
}
