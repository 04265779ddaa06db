using System.Net;
using Helpdesk.Api.Deliveries;
using Helpdesk.Api.Preferences;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Preferences;

namespace Helpdesk.Notification.Tests;

public sealed class Preferences_of_a_person(SharedService shared)
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    [Theory]
    [InlineData("Customer", "StatusChanged=AtOnce")]
    [InlineData("Agent", "NewTicket=Never TicketAssigned=AtOnce CustomerReplied=AtOnce CommentAdded=AtOnce StatusChanged=AtOnce")]
    [InlineData("Dispatcher",
        "NewTicket=Never TicketAssigned=AtOnce CustomerReplied=AtOnce CommentAdded=AtOnce AwaitsDispatcher=Digest StatusChanged=AtOnce")]
    public async Task F32_what_concerns_everybody_is_off_or_gathered_until_somebody_asks_for_it(string role, string offered)
    {
        var answer = (await As(Guid.NewGuid(), role).GetAsync("/api/preferences")).Expect(HttpStatusCode.OK);
        Assert.Equal(offered, string.Join(
            ' ', answer.Items.EnumerateArray().Select(x => $"{x.GetProperty("kind").GetString()}={x.GetProperty("mode").GetString()}")));
        Assert.Equal("00:15:00", answer["digestEvery"]);
    }

    [Fact]
    public async Task What_somebody_chose_is_theirs_alone_and_stays()
    {
        var (me, other) = (As(Guid.NewGuid(), "Agent"), As(Guid.NewGuid(), "Agent"));
        (await me.PutAsync("/api/preferences", new { modes = new { CustomerReplied = "Digest", NewTicket = "AtOnce" } }))
            .Expect(HttpStatusCode.OK);
        (await me.PutAsync("/api/preferences", new { modes = new { NewTicket = "Never" } })).Expect(HttpStatusCode.OK);
        Assert.Contains("\"CustomerReplied\",\"mode\":\"Digest\"", (await me.GetAsync("/api/preferences")).Text, StringComparison.Ordinal);
        Assert.Contains("\"NewTicket\",\"mode\":\"Never\"", (await me.GetAsync("/api/preferences")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "\"CustomerReplied\",\"mode\":\"Digest\"", (await other.GetAsync("/api/preferences")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Agent", """{"modes":{"TicketOpened":"Never"}}""")]
    [InlineData("Customer", """{"modes":{"AgentReplied":"Never"}}""")]
    [InlineData("Agent", """{"modes":{"PasswordReset":"Never"}}""")]
    [InlineData("Customer", """{"modes":{"NewTicket":"AtOnce"}}""")]
    [InlineData("Agent", """{"modes":{"AwaitsDispatcher":"AtOnce"}}""")]
    [InlineData("Customer", """{"modes":{"StatusChanged":"Digest"}}""")]
    [InlineData("Agent", """{"modes":{"NewTicket":"1"}}""")]
    [InlineData("Agent", """{"modes":{"NewTicket":null}}""")]
    [InlineData("Agent", """{"modes":{"NewTicket":"Weekly"}}""")]
    [InlineData("Agent", """{"modes":null}""")]
    [InlineData("Agent", """{}""")]
    [InlineData("Agent", """{"modes":["NewTicket"]}""")]
    public async Task F32_mandatory_mails_and_those_of_other_roles_cannot_be_chosen(string role, string body)
    {
        var me = As(Guid.NewGuid(), role);
        var before = (await me.GetAsync("/api/preferences")).Text;
        (await me.PutAsync("/api/preferences", body)).Expect(HttpStatusCode.BadRequest);
        Assert.Equal(before, (await me.GetAsync("/api/preferences")).Text);
    }

    [Fact]
    public async Task Strangers_have_none()
    {
        var stranger = new Caller(_service.CreateClient());
        (await stranger.GetAsync("/api/preferences")).Expect(HttpStatusCode.Unauthorized);
        (await stranger.PutAsync("/api/preferences", new { modes = new { NewTicket = "Never" } })).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_was_turned_off_is_not_sent_and_the_ledger_says_why()
    {
        var agent = SampleEvents.Agent() with { Id = Guid.CreateVersion7() };
        (await As(agent.Id!.Value, "Agent").PutAsync("/api/preferences", new { modes = new { CustomerReplied = "Never" } }))
            .Expect(HttpStatusCode.OK);
        var ticket = SampleEvents.Ticket(assignee: agent);
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        var row = await _service.RowAsync(ticket.Number, x => x.State == DeliveryState.Suppressed);
        Assert.Equal((DeliveryCause.OptedOut, "The recipient turned this kind of mail off."), (row.Cause, row.Reason));
        Assert.Empty(_installation.Smtp.To(agent.Email));
    }

    [Fact]
    public async Task NO3_a_customer_gets_answers_and_confirmations_whatever_they_turned_off()
    {
        var customer = SampleEvents.Customer() with { Id = Guid.CreateVersion7() };
        (await As(customer.Id!.Value, "Customer").PutAsync("/api/preferences", new { modes = new { StatusChanged = "Never" } }))
            .Expect(HttpStatusCode.OK);
        var ticket = SampleEvents.Ticket(customer, token: _service.Protect("x"));
        await _service.PublishAsync(SampleEvents.Opened(ticket));
        await _service.PublishAsync(SampleEvents.Answered(ticket));
        await _service.PublishAsync(SampleEvents.StatusChanged(ticket, Contracts.TicketStatus.OnHold));
        await Eventually.HoldsAsync(async () => (await _service.LedgerAsync(ticket.Number))
            .Count(x => x.State is DeliveryState.Sent or DeliveryState.Suppressed) == 3);
        Assert.Equal(["agent-replied", "ticket-opened"],
            (await _service.LedgerAsync(ticket.Number)).Where(x => x.State == DeliveryState.Sent).Select(x => x.Template).Order());
    }

    [Fact]
    public async Task One_click_in_the_mail_program_turns_off_that_kind_and_nothing_else()
    {
        var agent = SampleEvents.Agent() with { Id = Guid.CreateVersion7() };
        var ticket = SampleEvents.Ticket(assignee: agent);
        await _service.PublishAsync(SampleEvents.Replied(ticket));
        await Eventually.HoldsAsync(() => _installation.Smtp.To(agent.Email).Any());
        var address = Assert.Single(_installation.Smtp.To(agent.Email)).Header("List-Unsubscribe")
            .Replace(" ", "", StringComparison.Ordinal).Trim('<', '>');
        Assert.StartsWith("https://help.andina.example/api/preferences/unsubscriptions?token=", address, StringComparison.Ordinal);

        var program = _service.CreateClient();
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.NoContent,
            (await program.PostAsync(new Uri(address).PathAndQuery, click, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync(
            "/api/preferences/unsubscriptions?token=" + _service.Protect("x"), null, TestContext.Current.CancellationToken)).StatusCode);
        var after = (await As(agent.Id!.Value, "Agent").GetAsync("/api/preferences")).Text;
        Assert.Contains("\"CustomerReplied\",\"mode\":\"Never\"", after, StringComparison.Ordinal);
        Assert.Contains("\"TicketAssigned\",\"mode\":\"AtOnce\"", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("es", "No recibirlos más", "Listo")]
    [InlineData("en", "Stop these emails", "Done")]
    public async Task G20_who_opens_the_address_gets_a_page_with_a_button_and_nothing_changes_before_it_is_pressed(string language,
        string button, string done)
    {
        var person = Guid.CreateVersion7();
        var token = _service.Protector.Protect(new UnsubscribeToken(person,
            [NotificationKind.CustomerReplied, NotificationKind.NewTicket]));
        var address = $"/api/preferences/unsubscriptions?token={token}";
        var browser = _service.CreateClient();
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd($"{language}-EC,fr;q=0.5");
        for (var i = 0; i < 2; i++)
        {
            var page = await browser.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
            Assert.Equal("noindex", Assert.Single(page.Headers.GetValues("X-Robots-Tag")));
            Assert.Contains("form-action 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")),
                StringComparison.Ordinal);
            var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains($"lang=\"{language}\"", html, StringComparison.Ordinal);
            Assert.Contains(button, html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("\"CustomerReplied\",\"mode\":\"Never\"", (await As(person, "Agent").GetAsync("/api/preferences")).Text,
            StringComparison.Ordinal);

        using var pressed = new FormUrlEncodedContent([new("page", "1")]);
        var answer = await browser.PostAsync(address, pressed, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($">{done}<", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("\"CustomerReplied\",\"mode\":\"Never\"", (await As(person, "Agent").GetAsync("/api/preferences")).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nx\r\n--b--")]
    [InlineData("multipart/form-data", "List-Unsubscribe=One-Click")]
    [InlineData("multipart/form-data; boundary=b", "broken")]
    [InlineData("text/plain", "")]
    public async Task G20_a_mail_program_unsubscribes_by_one_post_whatever_it_sends(string type, string body)
    {
        var person = Guid.CreateVersion7();
        var token = _service.Protector.Protect(new UnsubscribeToken(person, [NotificationKind.NewTicket, NotificationKind.CommentAdded]));
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        var address = $"/api/preferences/unsubscriptions?token={token}";
        var answer = await _service.CreateClient().PostAsync(address, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        var after = (await As(person, "Agent").GetAsync("/api/preferences")).Text;
        Assert.Contains("\"CommentAdded\",\"mode\":\"Never\"", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("<script>alert(1)</script>")]
    public async Task G20_an_address_that_is_damaged_is_answered_by_a_page_for_people_and_a_problem_for_programs(string token)
    {
        var (browser, program) = (_service.CreateClient(), _service.CreateClient());
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        var address = $"/api/preferences/unsubscriptions?token={Uri.EscapeDataString(token)}";
        var page = await browser.GetAsync(address, TestContext.Current.CancellationToken);
        var problem = await program.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"),
            (problem.StatusCode, problem.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("<script", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    Caller As(Guid person, string role) => new(_service.As(person, "Persona", "p@example.org", role));
}
