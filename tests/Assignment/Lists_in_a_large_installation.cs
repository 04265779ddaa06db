using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed class Lists_in_a_large_installation(LargeInstallation large) : IClassFixture<LargeInstallation>
{
    [Theory]
    [InlineData(
        "EXPLAIN SELECT * FROM ticket WHERE waiting_since IS NOT NULL ORDER BY priority DESC, opened_at, id LIMIT 21", "ix_ticket_waiting")]
    [InlineData(
        "EXPLAIN SELECT * FROM ticket WHERE area_id = '7b1f3a52-0000-4000-8000-000000000000' AND waiting_since IS NOT NULL AND NOT held "
        + "ORDER BY priority DESC, opened_at, id LIMIT 50",
        "ix_ticket_queue")]
    [InlineData("EXPLAIN SELECT count(*) FROM ticket WHERE agent_id = '7b1f3a52-0000-4000-8000-000000000000' AND open", "ix_ticket_load")]
    [InlineData("EXPLAIN SELECT * FROM receipt WHERE ticket_number = 'HD-000001'", "ix_receipt_ticket_number")]
    [InlineData(
        "EXPLAIN SELECT * FROM receipt WHERE area_id = '7b1f3a52-0000-4000-8000-000000000000' "
        + "AND chosen_at >= now() - interval '10 minutes' AND chosen_at < now()",
        "ix_receipt_area_id_chosen_at_chosen_agent_id")]
    public async Task Every_list_is_read_by_an_index_however_many_tickets_there_are(string sql, string index)
    {
        await using var db = large.Installation.Open();
        var plan = await db.Database.SqlQueryRaw<string>(sql).ToListAsync();
        Assert.Contains(plan, x => x.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, x => x.Contains("Seq Scan", StringComparison.Ordinal));
    }
}

public sealed class LargeInstallation : RunningService
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Service.ExecuteAsync($"""
            INSERT INTO ticket (
                id, number, subject, area_id, priority, opened_at, customer_canonical_email, open, pending, version, assignee_version,
                cause, cause_version, returned_by, held, wait_count, agent_id, waiting_since)
            SELECT gen_random_uuid(), 'HD-' || n, 'x', gen_random_uuid(), n % 4, now() - n * interval '1 minute', 'x@example.org',
                n % 10 = 0, false, 1, 0, 'opened', 0, ARRAY[]::uuid[], false, 0, gen_random_uuid(), CASE WHEN n % 100 = 0 THEN now() END
                FROM generate_series(1, 50000) n
            """);
        await Service.ExecuteAsync($"""
            INSERT INTO receipt (
                id, area_id, sequence, ticket_id, ticket_number, cause, cause_version, policy, candidates, chosen_agent_id, reason,
                chosen_at)
            SELECT gen_random_uuid(), '7b1f3a52-0000-4000-8000-000000000000', n, gen_random_uuid(), 'HD-' || n, 'opened', 0, 'x', '[]',
                gen_random_uuid(), 'x', now() - n * interval '1 minute' FROM generate_series(1, 20000) n
            """);
        await Service.ExecuteAsync($"ANALYZE");
    }
}
