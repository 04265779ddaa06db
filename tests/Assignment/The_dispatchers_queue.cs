using System.Net;
using System.Text.Json;
using Helpdesk.Assignment.Rounds;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed class The_dispatchers_queue : IAsyncLifetime
{
    Installation _installation = null!;
    Replica _service = null!;

    public async ValueTask InitializeAsync() => (_installation, _service) = await Installation.RunningAsync();

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    Task<JsonElement> WaitingAsync(string query = "") => _service.GetAsync($"/api/waiting{query}", Roles.Dispatcher);

    static List<Guid> Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("ticketId").GetGuid())];

    [Fact]
    public async Task DI1_shows_what_waits_in_all_areas_the_most_urgent_first_then_the_oldest_with_why_and_since_when()
    {
        var (redes, equipos) = (await _service.AreaAsync("Redes"), await _service.AreaAsync("Equipos"));
        await _service.SetModeAsync(equipos, AssignmentMode.Manual);
        var bruno = await _service.AgentAsync("Bruno", redes);
        await _service.GoAwayAsync(bruno.AccountId);
        var (low, urgent, old, taken) = (Some.Ticket(redes, TicketPriority.Low), Some.Ticket(equipos, TicketPriority.Urgent, 9), Some.Ticket(redes, TicketPriority.High), Some.Ticket(redes, TicketPriority.High, 5));
        await _service.WaitsAsync(low, Reasons.NobodyAvailable);
        await _service.WaitsAsync(urgent, Reasons.Manual);
        await _service.WaitsAsync(old, Reasons.NobodyAvailable);
        await _service.HearAsync(Some.Left(taken, 3, Some.Person(bruno), AssigneeCause.Unassigned));
        await _service.TicketAsync(taken.Id, x => x.Held);

        var items = (await WaitingAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([urgent.Id, old.Id, taken.Id, low.Id], items.Select(x => x.GetProperty("ticketId").GetGuid()));
        Assert.Equal(["manual", "nobody-available", "unassigned", "nobody-available"], items.Select(x => x.GetProperty("because").GetString()));
        Assert.Equal(["Equipos", "Redes", "Redes", "Redes"], items.Select(x => x.GetProperty("areaName").GetString()));
        Assert.Equal([false, true, false, true], items.Select(x => x.GetProperty("byItself").GetBoolean()));
        Assert.Equal([true, false, true, false], items.Select(x => x.GetProperty("askedAt").ValueKind == JsonValueKind.String));
        Assert.Equal(("Se quema", urgent.Number), (items[0].GetProperty("subject").GetString(), items[0].GetProperty("ticketNumber").GetString()));
        Assert.Equal((await _service.TicketAsync(low.Id, _ => true)).WaitingSince, items[3].GetProperty("since").GetDateTimeOffset());

        Assert.Equal([urgent.Id], Ids(await WaitingAsync($"?area={equipos}")));
        Assert.Equal([urgent.Id, taken.Id], Ids(await WaitingAsync("?asked=true")));
        var second = await WaitingAsync("?size=3&page=2");
        Assert.Equal([low.Id], Ids(second));
        Assert.False(second.GetProperty("more").GetBoolean());
        Assert.Equal([old.Id, taken.Id, low.Id], Ids(await _service.GetAsync($"/api/areas/{redes}/waiting")));
    }

    [Fact]
    public async Task DI3_is_for_dispatchers_and_administrators()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.CreateClient().GetAsync("/api/waiting")).StatusCode);
        foreach (var role in new[] { Roles.Customer, Roles.Agent })
            Assert.Equal(HttpStatusCode.Forbidden, (await _service.As(role).GetAsync("/api/waiting")).StatusCode);
        await _service.GetAsync("/api/waiting", Roles.Admin);
    }

    [Theory]
    [InlineData("EXPLAIN SELECT * FROM ticket WHERE waiting_since IS NOT NULL ORDER BY priority DESC, opened_at, id LIMIT 21", "ix_ticket_waiting")]
    [InlineData("EXPLAIN SELECT * FROM ticket WHERE area_id = '7b1f3a52-0000-4000-8000-000000000000' AND waiting_since IS NOT NULL AND NOT held ORDER BY priority DESC, opened_at, id LIMIT 50", "ix_ticket_queue")]
    [InlineData("EXPLAIN SELECT count(*) FROM ticket WHERE agent_id = '7b1f3a52-0000-4000-8000-000000000000' AND open", "ix_ticket_load")]
    [InlineData("EXPLAIN SELECT * FROM receipt WHERE ticket_number = 'HD-000001'", "ix_receipt_ticket_number")]
    [InlineData("EXPLAIN SELECT * FROM receipt WHERE area_id = '7b1f3a52-0000-4000-8000-000000000000' AND chosen_at >= now() - interval '10 minutes' AND chosen_at < now()", "ix_receipt_area_id_chosen_at_chosen_agent_id")]
    public async Task Every_list_is_read_by_an_index_however_many_tickets_there_are(string sql, string index)
    {
        await _service.ExecuteAsync($"""
            INSERT INTO ticket (id, number, subject, area_id, priority, opened_at, open, pending, version, hands_version, cause, cause_version, gave_back, held, waits, agent_id, waiting_since)
            SELECT gen_random_uuid(), 'HD-' || n, 'x', gen_random_uuid(), n % 4, now() - n * interval '1 minute', n % 10 = 0, false, 1, 0, 'opened', 0, ARRAY[]::uuid[], false, 0,
                gen_random_uuid(), CASE WHEN n % 100 = 0 THEN now() END FROM generate_series(1, 50000) n
            """);
        await _service.ExecuteAsync($"""
            INSERT INTO receipt (id, area_id, sequence, ticket_id, ticket_number, cause, cause_version, policy, candidates, chosen_agent_id, reason, chosen_at)
            SELECT gen_random_uuid(), '7b1f3a52-0000-4000-8000-000000000000', n, gen_random_uuid(), 'HD-' || n, 'opened', 0, 'x', '[]', gen_random_uuid(), 'x', now() - n * interval '1 minute' FROM generate_series(1, 20000) n
            """);
        await _service.ExecuteAsync($"ANALYZE");
        var plan = await _service.ReadAsync(db => db.Database.SqlQueryRaw<string>(sql).ToListAsync());
        Assert.Contains(plan, x => x.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, x => x.Contains("Seq Scan", StringComparison.Ordinal));
    }
}
