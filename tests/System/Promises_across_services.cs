using System.Net;
using System.Text.Json;
using Helpdesk.Fixtures;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem;

/// <summary>What no service can keep alone.</summary>
[Collection(nameof(IsolatedSystem))]
public sealed class Promises_across_services(IsolatedSystem another)
{
    const string Password = "Lamp-Harbour-91-Quiet";

    RunningHelpdesk Helpdesk => another.Helpdesk;

    [Fact]
    public async Task AD6_who_is_disabled_is_refused_by_every_service_within_a_minute()
    {
        using var crowd = await Crowd.GatherAsync(Helpdesk);
        using var victim = new ApiClient(Helpdesk.Gateway, crowd.CredentialOf("victim")!["Bearer ".Length..]);
        string[] everywhere = ["/api/accounts/me", "/api/tickets", "/api/agents", "/api/preferences"];
        foreach (var address in everywhere)
            (await victim.GetAsync(address)).Expect(HttpStatusCode.OK);

        Assert.True((await crowd.Admin.PutAsync($"/api/accounts/{crowd.AccountOf("victim")}/suspension")).Succeeded);

        foreach (var address in everywhere)
            await Eventually.HoldsAsync(async () => (await victim.GetAsync(address)).Status == HttpStatusCode.Unauthorized,
                TimeSpan.FromSeconds(60), $"{address} refuses");
    }

    [Fact]
    public async Task N1_what_somebody_who_goes_away_has_not_touched_goes_to_a_colleague()
    {
        using var installation = await Installation.OpenAsync(Helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 2);
        var number = (await installation.Admin.PostAsync("/api/tickets", area.Ticket(1))).Expect(HttpStatusCode.Created)
            .GetProperty("number").GetString();
        var first = await AssigneeAsync(installation.Admin, number, not: Guid.Empty);

        Assert.True((await installation.Admin.PutAsync($"/api/agents/{first}/availability",
            new { available = false, note = "ill" })).Succeeded);

        var second = await AssigneeAsync(installation.Admin, number, not: first);
        var receipts = (await installation.Admin.GetAsync($"/api/receipts?ticket={number}")).Expect(HttpStatusCode.OK).GetProperty("items");
        Assert.Equal([first, second], receipts.EnumerateArray().Select(x => x.GetProperty("agentId").GetGuid()));
    }

    [Fact]
    public async Task AD5_who_is_invited_signs_in_with_the_password_chosen_behind_the_link()
    {
        using var installation = await Installation.OpenAsync(Helpdesk);
        using var anonymous = new ApiClient(Helpdesk.Gateway);
        var email = $"invited.{Guid.NewGuid():N}@example.org";
        (await installation.Admin.PostAsync("/api/accounts",
            new { name = "Iris Invited", email, roles = new[] { "Agent" }, language = "en" })).Expect(HttpStatusCode.Created);

        var secret = await Mailbox.LinkSecretAsync(Helpdesk.Mailbox, email, "invitation");
        Assert.Equal(HttpStatusCode.OK, (await anonymous.PostAsync("/api/links/acceptances", new { secret, password = Password })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await anonymous.PostAsync("/api/links/acceptances",
            new { secret, password = Password })).Status);

        using var agent = new ApiClient(Helpdesk.Gateway, await Crowd.SignInAsync(anonymous, email, Password));
        (await agent.GetAsync("/api/tickets")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task CU2_tickets_from_before_the_registration_are_the_customers_own_once_the_address_is_confirmed()
    {
        using var installation = await Installation.OpenAsync(Helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 1);
        using var anonymous = new ApiClient(Helpdesk.Gateway);
        var opened = await Customer.OpenAsync(anonymous, area, 7, TestContext.Current.CancellationToken);
        var email = $"customer7.{area.Mark}@example.org";

        Assert.Equal(HttpStatusCode.Accepted, (await anonymous.PostAsync("/api/registrations",
            new { name = "Cleo Customer", email, language = "es" })).Status);
        var secret = await Mailbox.LinkSecretAsync(Helpdesk.Mailbox, email, "confirmation");
        Assert.Equal(HttpStatusCode.OK, (await anonymous.PostAsync("/api/links/acceptances", new { secret, password = Password })).Status);

        using var customer = new ApiClient(Helpdesk.Gateway, await Crowd.SignInAsync(anonymous, email, Password));
        await Eventually.HoldsAsync(async () =>
            (await customer.GetAsync("/api/tickets")).Expect(HttpStatusCode.OK).GetProperty("items").EnumerateArray()
            .Any(x => x.GetProperty("number").GetString() == opened!.Number), what: "the ticket is among the customer's own");
    }

    [Fact]
    public async Task N3_changed_settings_move_the_timers_of_tickets_that_wait()
    {
        using var installation = await Installation.OpenAsync(Helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 1);
        await ChooseAsync(installation.Admin, "2.00:00:00", "1.00:00:00");
        var number = (await installation.Admin.PostAsync("/api/tickets", area.Ticket(1))).Expect(HttpStatusCode.Created)
            .GetProperty("number").GetString();
        (await installation.Admin.PostAsync($"/api/tickets/{number}/replies", new { text = "Please try again." }))
            .Expect(HttpStatusCode.Created);

        await Eventually.HoldsAsync(async () =>
            await LastDueAsync(installation.Admin, number) is { } due && due - DateTimeOffset.UtcNow is { TotalDays: > 1.9 and < 2.1 },
            what: "two days");
        await ChooseAsync(installation.Admin, "5.00:00:00", "1.00:00:00");
        await Eventually.HoldsAsync(async () =>
            await LastDueAsync(installation.Admin, number) is { } due && due - DateTimeOffset.UtcNow is { TotalDays: > 4.9 and < 5.1 },
            what: "five days");
    }

    static async Task<Guid> AssigneeAsync(ApiClient admin, string? number, Guid not)
    {
        var found = Guid.Empty;
        await Eventually.HoldsAsync(async () =>
        {
            var ticket = (await admin.GetAsync($"/api/tickets/{number}")).Expect(HttpStatusCode.OK);
            found = ticket.GetProperty("assignee") is { ValueKind: JsonValueKind.Object } assignee ? assignee.GetProperty("id").GetGuid()
                : Guid.Empty;
            return found != Guid.Empty && found != not;
        }, what: $"{number} has another agent");
        return found;
    }

    static async Task<DateTimeOffset?> LastDueAsync(ApiClient admin, string? number) =>
        (await admin.GetAsync($"/api/tickets/{number}/timers")).Expect(HttpStatusCode.OK).GetProperty("items").EnumerateArray()
        .Select(x => (DateTimeOffset?)x.GetProperty("dueAt").GetDateTimeOffset()).Max();

    static async Task ChooseAsync(ApiClient admin, string closeAfter, string warnAfter)
    {
        var version = (await admin.GetAsync("/api/settings")).Expect(HttpStatusCode.OK).GetProperty("version").GetInt64();
        var changed = await admin.PutAsync("/api/settings", new { closeAfter, warnAfter, purgeAfter = "7.00:00:00" },
            ("If-Match", $"\"{version}\""));
        Assert.True(changed.Succeeded, changed.Text);
    }
}
