using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Fixtures;

/// <summary>Responses stored under an <c>Idempotency-Key</c>.</summary>
public static class IdempotentResponses
{
    /// <summary>
    /// Whether the last one was written by the transaction of one of these rows: then no host can die between them.
    /// </summary>
    /// <param name="db">The service's database.</param>
    /// <param name="writers">Reads the writers of the rows, such as <c>select xmin::text as "Value" from message</c>.</param>
    public static async Task<bool> LastIsStoredWithAsync(this DbContext db, FormattableString writers)
    {
        var last = await db.Database.SqlQuery<string>($"""
            select case when status is not null and protected_body is not null then xmin::text else '' end as "Value"
            from idempotent_response order by expires_at desc limit 1
            """).ToListAsync();
        return (await db.Database.SqlQuery<string>(writers).ToListAsync()).Contains(last.Single());
    }
}
