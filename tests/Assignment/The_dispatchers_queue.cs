using System.Net;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class The_dispatchers_queue(RunningService shared) : IClassFixture<RunningService>
{
    readonly Replica _service = shared.Service;

    Task<JsonElement> WaitingAsync(string query = "") => _service.GetAsync($"/api/queue{query}", AccountRoles.Dispatcher);

    static List<Guid> Ids(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("ticketId").GetGuid())];

    [Fact]
    public async Task DI1_shows_what_waits_in_all_areas_the_most_urgent_first_then_the_oldest_with_why_and_since_when()
    {
        var (redes, equipos) = (await _service.AreaAsync("Redes"), await _service.AreaAsync("Equipos"));
        await _service.SetModeAsync(equipos, AssignmentMode.Manual);
        var bruno = await _service.AgentAsync("Bruno", redes);
        await _service.GoAwayAsync(bruno.AccountId);
        var (low, urgent, old, taken) =
            (SampleEvents.Ticket(redes, TicketPriority.Low), SampleEvents.Ticket(equipos, TicketPriority.Urgent, 9),
                SampleEvents.Ticket(redes, TicketPriority.High), SampleEvents.Ticket(redes, TicketPriority.High, 5));
        await _service.WaitsAsync(low, WaitingReasons.NobodyAvailable);
        await _service.WaitsAsync(urgent, WaitingReasons.Manual);
        await _service.WaitsAsync(old, WaitingReasons.NobodyAvailable);
        await _service.PublishAsync(SampleEvents.Left(taken, 3, SampleEvents.Person(bruno), AssigneeCause.Unassigned));
        await _service.TicketAsync(taken.Id, x => x.Held);

        var items = (await WaitingAsync()).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([urgent.Id, old.Id, taken.Id, low.Id], items.Select(x => x.GetProperty("ticketId").GetGuid()));
        Assert.Equal(
            ["manual", "nobody-available", "unassigned", "nobody-available"], items.Select(x => x.GetProperty("because").GetString()));
        Assert.Equal(["Equipos", "Redes", "Redes", "Redes"], items.Select(x => x.GetProperty("areaName").GetString()));
        Assert.Equal([false, true, false, true], items.Select(x => x.GetProperty("byItself").GetBoolean()));
        Assert.Equal([true, false, true, false], items.Select(x => x.GetProperty("askedAt").ValueKind == JsonValueKind.String));
        Assert.Equal(
            ("Se quema", urgent.Number), (items[0].GetProperty("subject").GetString(), items[0].GetProperty("ticketNumber").GetString()));
        Assert.Equal((await _service.TicketAsync(low.Id, _ => true)).WaitingSince,
            items[3].GetProperty("waitingSince").GetDateTimeOffset());

        Assert.Equal([urgent.Id], Ids(await WaitingAsync($"?area={equipos}")));
        Assert.Equal([urgent.Id, taken.Id], Ids(await WaitingAsync("?asked=true")));
        var second = await WaitingAsync("?size=3&page=2");
        Assert.Equal([low.Id], Ids(second));
        Assert.False(second.GetProperty("more").GetBoolean());
        Assert.Equal([old.Id, taken.Id, low.Id], Ids(await _service.GetAsync($"/api/areas/{redes}/queue", AccountRoles.Dispatcher)));
    }

    [Fact]
    public async Task DI3_is_for_dispatchers_and_administrators()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.CreateClient().GetAsync("/api/queue")).StatusCode);
        foreach (var role in new[] { AccountRoles.Customer, AccountRoles.Agent })
            Assert.Equal(HttpStatusCode.Forbidden, (await _service.As(role).GetAsync("/api/queue")).StatusCode);
        await _service.GetAsync("/api/queue", AccountRoles.Admin);
    }
}
