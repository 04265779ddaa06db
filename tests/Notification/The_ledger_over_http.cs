using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Notification.Tests;

public sealed class The_ledger_over_http(RarelyPollingService shared) : IClassFixture<RarelyPollingService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task N4_staff_sees_what_became_of_each_mail_of_a_ticket_and_no_secret()
    {
        var token = _service.Protect("topsecret");
        var ticket = SampleEvents.Ticket(token: token);
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        await _service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(token: token)));

        var answer = await _service.As(AccountRoles.Dispatcher).GetStringAsync($"/api/deliveries?ticket={ticket.Number}", Stop);
        var item = Assert.Single(JsonDocument.Parse(answer).RootElement.GetProperty("items").EnumerateArray());
        Assert.Equal(
            (row.Id, "Sent", "ticket-opened", ticket.Customer.Email),
            (item.GetProperty("id").GetGuid(), item.GetProperty("state").GetString(), item.GetProperty("template").GetString(),
                item.GetProperty("recipient").GetProperty("email").GetString()));
        Assert.DoesNotContain("topsecret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(token, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_paged_and_filtered_by_state()
    {
        var agent = SampleEvents.Agent();
        var theirs = $"?email={agent.Email}";
        for (var i = 0; i < 5; i++)
            await _service.PublishAsync(SampleEvents.Assigned(SampleEvents.Ticket(), agent, SampleEvents.Carlos));
        await _service.PublishAsync(SampleEvents.Assigned(SampleEvents.Ticket(), agent));
        await Eventually.HoldsAsync(
            async () => await Count($"{theirs}&state=Suppressed&size=100") == 5 && await Count($"{theirs}&state=Sent") == 1);

        Assert.Equal((2, true), await Page($"{theirs}&state=Suppressed&size=2&page=2"));
        Assert.Equal((1, false), await Page($"{theirs}&state=Suppressed&size=2&page=3"));
        Assert.Equal(6, await Count(theirs));
    }

    [Theory]
    [InlineData("?size=101", HttpStatusCode.BadRequest)]
    [InlineData("?page=0", HttpStatusCode.BadRequest)]
    [InlineData("?page=99999999999", HttpStatusCode.BadRequest)]
    [InlineData("?state=Lost", HttpStatusCode.BadRequest)]
    [InlineData("?ticket=%00", HttpStatusCode.BadRequest)]
    [InlineData("?ticket=el%20de%20ayer", HttpStatusCode.BadRequest)]
    [InlineData("?ticket=HD-", HttpStatusCode.BadRequest)]
    [InlineData("?ticket=HD-71%20HD-72", HttpStatusCode.BadRequest)]
    [InlineData("?ticket=HD-999999", HttpStatusCode.OK)]
    public async Task Wrong_questions_are_refused_in_words(string query, HttpStatusCode status)
    {
        var response = await _service.As(AccountRoles.Admin).GetAsync("/api/deliveries" + query, Stop);
        Assert.Equal(status, response.StatusCode);
        if (status != HttpStatusCode.OK)
            Assert.StartsWith("urn:helpdesk:problem:",
                (await response.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("type").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("#HD-{0}")]
    [InlineData("HD {0}")]
    [InlineData("hd-{0}.")]
    [InlineData("HD\u2011000{0}")]
    [InlineData("[HD–{0}]")]
    public async Task G14_the_number_of_a_ticket_is_read_as_people_write_it(string written)
    {
        var digits = Random.Shared.Next(100_000_000, 999_999_999);
        var ticket = SampleEvents.Ticket(token: _service.Protect("x"), number: $"HD-{digits}");
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        Assert.Equal(1, await Count($"?ticket={Uri.EscapeDataString(string.Format(null, written, digits))}"));
    }

    [Fact]
    public async Task Customers_and_strangers_do_not_see_it()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _service.CreateClient().GetAsync("/api/deliveries", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await _service.As(AccountRoles.Customer).GetAsync("/api/deliveries", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Resend(AccountRoles.Agent, Guid.NewGuid())).StatusCode);
    }

    [Theory]
    [InlineData(AccountRoles.Dispatcher)]
    [InlineData(AccountRoles.Admin)]
    public async Task N4_a_failed_mail_is_sent_again_on_request_and_the_reason_is_kept(string role)
    {
        _installation.Smtp.OnRecipient = _ => "550 5.1.1 No such user here";
        var ticket = SampleEvents.Ticket(token: _service.Protect("x"));
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var failed = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Failed);

        _installation.Smtp.OnRecipient = _ => null;
        Assert.Equal(HttpStatusCode.Accepted, (await Resend(role, failed.Id)).StatusCode);
        var sent = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        var resend = Assert.Single(sent.Resends);
        Assert.Equal(("Mailbox was set up", "Diana Vera", DeliveryState.Failed), (resend.Reason, resend.AskedByName, resend.PreviousState));
        Assert.Contains("No such user", resend.PreviousReason, StringComparison.Ordinal);
        Assert.Equal(ticket.Customer.Email, resend.PreviousRecipient);
        Assert.NotEqual(failed.MailId, sent.MailId);
        Assert.Equal(sent.MailId, Assert.Single(_installation.Smtp.To(ticket.Customer.Email)).MailId);
    }

    [Fact]
    public async Task Two_clicks_at_once_send_one_mail()
    {
        var ticket = SampleEvents.Ticket(token: _service.Protect("x"));
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        var sent = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Sent);
        _installation.Smtp.OnRecipient = _ => "450 4.2.1 Later";
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Resend(AccountRoles.Admin, sent.Id)));
        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.Accepted);
        Assert.All(answers.Where(x => !x.IsSuccessStatusCode), x => Assert.Equal(HttpStatusCode.Conflict, x.StatusCode));
    }

    [Fact]
    public async Task What_cannot_be_sent_again_is_refused()
    {
        var ticket = SampleEvents.Ticket();
        await _service.PublishAsync(SampleEvents.Assigned(ticket, SampleEvents.Agent(), SampleEvents.Carlos));
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Suppressed);
        Assert.Equal(HttpStatusCode.Conflict, (await Resend(AccountRoles.Admin, row.Id)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Resend(AccountRoles.Admin, Guid.NewGuid())).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Resend(AccountRoles.Admin, row.Id, "")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Resend(AccountRoles.Admin, row.Id, null)).StatusCode);
        Assert.Empty((await _service.LedgerAsync(ticket.Number)).Single().Resends);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.Agent)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.Dispatcher)]
    [InlineData(HttpStatusCode.BadRequest, AccountRoles.Admin)]
    public async Task Everything_is_tried_again_for_nobody_but_an_administrator_who_says_why(HttpStatusCode status, string role) =>
        (await new Caller(_service.As(role)).PostAsync("/api/deliveries/retries",
            new { reason = role == AccountRoles.Admin ? "" : "Because" }))
            .Expect(status);

    Task<HttpResponseMessage> Resend(string role, Guid id, string? reason = "Mailbox was set up") =>
        _service.As(role).PostAsJsonAsync($"/api/deliveries/{id}/resend", new { reason }, Stop);

    async Task<(int Items, bool More)> Page(string query)
    {
        var page = await _service.As(AccountRoles.Dispatcher).GetFromJsonAsync<JsonElement>("/api/deliveries" + query, Stop);
        return (page.GetProperty("items").GetArrayLength(), page.GetProperty("more").GetBoolean());
    }

    async Task<int> Count(string query) => (await Page(query)).Items;
}
