using Helpdesk.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Revocation;

sealed class RecordRevokedAccess<TContext>(TContext db, TimeProvider time) : IConsumer<AccessRevoked> where TContext : DbContext
{
    public Task Consume(ConsumeContext<AccessRevoked> context)
    {
        var (revoked, now) = (context.Message, time.GetUtcNow());
        // Events of one account may arrive in any order: the later moment wins.
        return revoked.Until <= now ? Task.CompletedTask : db.Database.ExecuteSqlAsync($"""
            INSERT INTO revoked_access (account_id, session_id, issued_before, until, heard_at)
            VALUES ({revoked.AccountId}, {revoked.SessionId ?? Guid.Empty}, {revoked.IssuedBefore}, {revoked.Until}, {now})
            ON CONFLICT (account_id, session_id) DO UPDATE SET
                issued_before = greatest(revoked_access.issued_before, excluded.issued_before),
                until = greatest(revoked_access.until, excluded.until), heard_at = excluded.heard_at
            """, context.CancellationToken);
    }
}
