using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

/// <summary>What an administrator does, over the public addresses.</summary>
static class AssignmentApi
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> AreaAsync(this Replica service, string? name = null)
    {
        var answer = await service.As(AccountRoles.Admin)
            .PostAsJsonAsync("/api/areas", new { name = name ?? $"Area {Guid.NewGuid():N}" }, Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    /// <summary>An agent whom Assignment knows, in these areas.</summary>
    public static async Task<AccountChanged> AgentAsync(this Replica service, string name, params Guid[] areas)
    {
        var account = SampleEvents.Account(name: name);
        await service.PublishAsync(account);
        await service.KnowsAsync(account);
        if (areas.Length > 0)
            Assert.Equal(HttpStatusCode.OK, (await service.PutIntoAsync(account.AccountId, areas)).StatusCode);
        return account;
    }

    public static Task KnowsAsync(this Replica service, AccountChanged account) =>
        Eventually.HoldsAsync(
            () => service.ReadAsync(db => db.Agents.AnyAsync(x => x.Id == account.AccountId && x.Version >= account.Version)));

    public static Task<HttpResponseMessage> PutIntoAsync(this Replica service, Guid agent, params Guid[] areas) =>
        service.As(AccountRoles.Admin).PutAsJsonAsync($"/api/agents/{agent}/areas", new { areaIds = areas }, Stop);

    public static async Task SetModeAsync(this Replica service, Guid area, AssignmentMode mode, TimeSpan? fallbackAfter = null) =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.As(AccountRoles.Admin)
                .PutAsJsonAsync($"/api/areas/{area}/mode", new { mode = mode.ToString(), fallbackAfter }, Stop)).StatusCode);

    public static Task<HttpResponseMessage> SetAvailabilityAsync(this Replica service, Guid agent, object request) =>
        service.As(AccountRoles.Dispatcher).PutAsJsonAsync($"/api/agents/{agent}/availability", request, Stop);

    public static async Task GoAwayAsync(this Replica service, Guid agent) =>
        Assert.Equal(HttpStatusCode.OK, (await service.SetAvailabilityAsync(agent, new { available = false })).StatusCode);

    public static async Task ComeBackAsync(this Replica service, Guid agent) =>
        Assert.Equal(HttpStatusCode.OK, (await service.SetAvailabilityAsync(agent, new { available = true })).StatusCode);

    public static async Task TakesAtMostAsync(this Replica service, Guid agent, int? openTickets) =>
        Assert.Equal(
            HttpStatusCode.OK,
            (await service.As(AccountRoles.Dispatcher)
                .PutAsJsonAsync($"/api/agents/{agent}/capacity", new { openTickets }, Stop)).StatusCode);

    /// <summary>The ticket is opened and waits for this reason.</summary>
    public static async Task WaitsAsync(this Replica service, TicketSnapshot ticket, string because)
    {
        await service.PublishAsync(SampleEvents.Opened(ticket));
        await service.TicketAsync(ticket.Id, x => x.WaitingBecause == because);
    }

    /// <summary>The tickets are opened and wait for this reason.</summary>
    public static async Task WaitAllAsync(this Replica service, IReadOnlyCollection<TicketSnapshot> tickets, string because)
    {
        await Task.WhenAll(tickets.Select(x => service.PublishAsync(SampleEvents.Opened(x))));
        var ids = tickets.Select(x => x.Id).ToList();
        await Eventually.HoldsAsync(
            () => service.ReadAsync(
                async db =>
                    await db.Tickets.CountAsync(
                        x => ids.Contains(x.Id) && x.WaitingSince != null && x.WaitingBecause == because) == ids.Count));
    }

    /// <summary>The ticket is opened, and an agent chosen.</summary>
    public static async Task<Guid> OpenAsync(this Replica service, TicketSnapshot ticket)
    {
        await service.PublishAsync(SampleEvents.Opened(ticket));
        return (await service.TicketAsync(ticket.Id, x => x.AgentId is not null)).AgentId!.Value;
    }

    public static async Task<JsonElement> GetAsync(this Replica service, string path, string role = AccountRoles.Agent)
    {
        var answer = await service.As(role).GetAsync(path, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.JsonAsync();
    }

    /// <summary>The items of a list, as somebody sees them who sees everything.</summary>
    public static async Task<List<JsonElement>> ItemsAsync(this Replica service, string path, string role = AccountRoles.Dispatcher) =>
        [.. (await service.GetAsync(path, role)).GetProperty("items").EnumerateArray()];

    /// <summary>An area in which three agents took nine tickets in turn.</summary>
    public static async Task<Guid> AreaOfNineAsync(this Replica service, string? name = null)
    {
        var area = await service.AreaAsync(name);
        foreach (var agent in new[] { "Bruno", "Carla", "Diego" })
            await service.AgentAsync(agent, area);
        await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(area)))));
        await service.ReceiptsAsync(area, 9);
        return area;
    }

    /// <summary>All items of a list, page by page.</summary>
    public static async Task<List<JsonElement>> AllAsync(this HttpClient client, string path)
    {
        var all = new List<JsonElement>();
        for (var (page, more) = (1, true); more; page++)
        {
            var slice =
                await client.GetFromJsonAsync<JsonElement>(
                    $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size=100&page={page}", Stop);
            all.AddRange(slice.GetProperty("items").EnumerateArray());
            more = slice.GetProperty("more").GetBoolean();
        }

        return all;
    }

    /// <summary>
    /// An area as it stands on the list's first page, where its <see cref="SampleEvents.EarlyName"/> puts it: other tests make areas
    /// meanwhile, and
    /// whoever turns the pages of a list that grows meets some twice.
    /// </summary>
    public static async Task<JsonElement> ListedAreaAsync(this Replica service, Guid area) =>
        Assert.Single(
            (await service.GetAsync("/api/areas?size=100")).GetProperty("items").EnumerateArray(), x => x.GetProperty("id")
            .GetGuid() == area);

    public static async Task<JsonElement> ReplayAsync(this Replica service, Guid area) =>
        await (await service.As(AccountRoles.Admin).PostAsync($"/api/areas/{area}/replay", null, Stop)).JsonAsync();

    public static Task<JsonElement> JsonAsync(this HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
}
