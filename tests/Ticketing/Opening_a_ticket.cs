using System.Net;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Protection;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Opening_a_ticket : TicketingTest
{
    [Fact]
    public async Task CU1_needs_no_account_and_tells_number_and_link()
    {
        var answer = (await Service.Anonymous().PostAsync("/api/tickets", Form(), ("Captcha-Pass", Service.CaptchaPass())))
            .Expect(HttpStatusCode.Created);
        Assert.Matches("^HD-[0-9]{6}$", answer["number"]);
        Assert.Equal("https://help.andina.example/t/" + answer["trackingSecret"], answer["trackingUrl"]);

        var opened = await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == answer["number"]);
        Assert.Equal(
            ("It smokes.", "Printer on fire", TicketStatus.New, "cleo@example.org", "es", 1),
            (opened.Description, opened.Ticket.Subject, opened.Ticket.Status, opened.Ticket.Customer.Email,
                opened.Ticket.Customer.Language, opened.Ticket.Version));
        Assert.Equal(answer["trackingSecret"], Service.Open<TrackingSecret>(opened.Ticket.TrackingToken)!.Value);
    }

    [Fact]
    public async Task CU7_F3_the_secret_has_more_than_128_bits_and_is_kept_as_a_hash_only()
    {
        var ticket = await OpenAsync();
        Assert.True(ticket.Secret.Length * 6 >= 128);
        var dump = await Service.ReadAsync(db => db.Database.SqlQuery<string>($"""
            select ticket::text || coalesce((select string_agg(o::text, '') from outbox_message o), '') as "Value"
            from ticket where id = {ticket.Id}
            """).SingleAsync());
        Assert.DoesNotContain(ticket.Secret, dump, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F1_without_a_solved_captcha_is_refused()
    {
        Assert.Equal(
            "captcha-required", (await Service.Anonymous().PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.BadRequest).Problem);
        Assert.Equal(
            "captcha-not-valid",
            (await Service.Anonymous().PostAsync("/api/tickets", Form(), ("Captcha-Pass", "made-up")))
                .Expect(HttpStatusCode.BadRequest).Problem);
        Assert.Equal(0, await Service.ReadAsync(db => Ours(db).CountAsync()));
    }

    [Fact]
    public async Task F1_one_captcha_opens_one_ticket_also_when_used_many_times_at_once()
    {
        var pass = Service.CaptchaPass();
        var answers = await Task
            .WhenAll(Enumerable.Range(0, 8).Select(_ => Service.Anonymous().PostAsync("/api/tickets", Form(), ("Captcha-Pass", pass))));
        Assert.Single(answers, x => x.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.Created), x => Assert.Equal("captcha-already-used", x.Problem));
        Assert.Equal(1, await Service.ReadAsync(db => Ours(db).CountAsync()));
    }

    [Fact]
    public async Task F1_an_expired_pass_is_refused()
    {
        var pass = Service.CaptchaPass();
        Service.Jump(TimeSpan.FromMinutes(6));
        Assert.Equal("captcha-not-valid", (await Service.Anonymous().PostAsync("/api/tickets", Form(), ("Captcha-Pass", pass))).Problem);
    }

    [Fact]
    public async Task N11_a_double_click_gives_one_ticket_and_both_get_its_link()
    {
        var (pass, key) = (Service.CaptchaPass(), Guid.NewGuid().ToString());
        var answers = await Task
            .WhenAll(
                Enumerable.Range(0, 6)
                    .Select(_ => Service.Anonymous().PostAsync("/api/tickets", Form(), ("Captcha-Pass", pass), ("Idempotency-Key", key))));
        Assert.All(answers, x => x.Expect(HttpStatusCode.Created));
        Assert.Single(answers.Select(x => x["number"] + x["trackingSecret"]).Distinct());
        Assert.Equal(1, await Service.ReadAsync(db => Ours(db).CountAsync()));
        await Heard.OneAsync<TicketOpened>(_ => true);
        Assert.Single(Heard.All<TicketOpened>());
    }

    [Fact]
    public async Task N11_a_key_used_for_something_else_is_refused_and_tells_nothing()
    {
        var key = Guid.NewGuid().ToString();
        (await Service.Anonymous().PostAsync("/api/tickets", Form(), ("Captcha-Pass", Service.CaptchaPass()), ("Idempotency-Key", key)))
            .Expect(HttpStatusCode.Created);
        var other = await Service.Anonymous()
            .PostAsync(
                "/api/tickets", Form(description: "Something else"), ("Captcha-Pass", Service.CaptchaPass()), ("Idempotency-Key", key));
        Assert.Equal("idempotency-key-reused", other.Expect(HttpStatusCode.UnprocessableEntity).Problem);
        Assert.DoesNotContain("HD-", other.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["idempotency-key"],
            (await Service.Anonymous()
                    .PostAsync("/api/tickets", Form(), ("Captcha-Pass", Service.CaptchaPass()), ("Idempotency-Key", "1"))).Wrong);
    }

    [Fact]
    public async Task AU2_the_customer_never_chooses_the_priority_and_staff_may()
    {
        object form = new { categoryId = Category.CategoryId, name = "Cleo", email = "c@example.org", description = "x",
            priority = "Urgent" };
        (await Service.Anonymous().PostAsync("/api/tickets", form, ("Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created);
        (await Service.As(Ana).PostAsync("/api/tickets", form)).Expect(HttpStatusCode.Created);
        await Heard.OneAsync<TicketOpened>(x => x is { Ticket.Priority: TicketPriority.Medium, OpenedBy.Kind: ActorKind.Customer });
        await Heard.OneAsync<TicketOpened>(
                x => x is { Ticket.Priority: TicketPriority.Urgent, OpenedBy: { Kind: ActorKind.Staff, Name: "Ana Agent" } });
    }

    [Fact]
    public async Task NO9_every_event_tells_which_member_of_the_staff_opened_it_for_a_customer()
    {
        var number = (await Service.As(Ana).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PostAsync($"/api/tickets/{number}/replies", new { text = "We look into it." }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(Ana.Id, (await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == number)).Ticket.OpenedById);
        Assert.Equal(Ana.Id, (await Heard.OneAsync<AgentReplied>(x => x.Ticket.Number == number)).Ticket.OpenedById);

        var own = (await Service.As(Account.Customer("Carl Customer")).PostAsync("/api/tickets", Form()))
            .Expect(HttpStatusCode.Created)["number"];
        Assert.Null((await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == own)).Ticket.OpenedById);
        // On their own ticket an agent is the customer.
        var anas = (await Service.As(Ana).PostAsync(
                "/api/tickets", new { categoryId = Category.CategoryId, description = "My chair squeaks" }))
                    .Expect(HttpStatusCode.Created)["number"];
        Assert.Null((await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == anas)).Ticket.OpenedById);
    }

    [Fact]
    public async Task CU2_a_signed_in_customer_is_themselves_whatever_they_type()
    {
        var carl = Account.Customer("Carl Customer");
        var number = (await Service.As(carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        var opened = await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == number);
        Assert.Equal(
            (carl.Id, carl.Name, carl.Email), (
                opened.Ticket.Customer.Id!.Value, opened.Ticket.Customer.Name, opened.Ticket.Customer.Email));
    }

    [Fact]
    public async Task CU1_an_empty_subject_takes_the_categorys_title()
    {
        var number = (await Service.Anonymous().PostAsync("/api/tickets", Form(subject: " \n "), ("Captcha-Pass", Service.CaptchaPass())))
            .Expect(HttpStatusCode.Created)["number"];
        Assert.Equal("Printers", (await Service.As(Dora).GetAsync($"/api/tickets/{number}"))["subject"]);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("email", "")]
    [InlineData("email", "nobody")]
    [InlineData("email", "Eve <eve@example.org>")]
    [InlineData("email", "eve@example.org\r\nBcc: all@example.org")]
    [InlineData("description", " \u0000 ")]
    [InlineData("language", "xx")]
    [InlineData("categoryId", "0192f0c1-0000-7000-8000-000000000000")]
    public async Task F17_what_cannot_be_is_refused_by_the_name_of_its_field(string field, string value)
    {
        var form = new Dictionary<string, object?> { ["categoryId"] = Category.CategoryId, ["name"] = "Cleo", ["email"] = "c@example.org",
            ["description"] = "x", [field] = value };
        var answer = await Service.Anonymous().PostAsync("/api/tickets", form, ("Captcha-Pass", Service.CaptchaPass()));
        Assert.Equal([field], answer.Expect(HttpStatusCode.BadRequest).Wrong);
    }

    [Theory]
    [InlineData("name", 101)]
    [InlineData("email", 130)]
    [InlineData("subject", 256)]
    [InlineData("description", 20_001)]
    public async Task F17_too_long_is_refused(string field, int length)
    {
        var form = new Dictionary<string, object?> { ["categoryId"] = Category.CategoryId, ["name"] = "Cleo", ["email"] = "c@example.org",
            ["description"] = "x", [field] = new string('x', length - 12) + "@example.org" };
        Assert.Equal(
            [field],
            (await Service.Anonymous().PostAsync("/api/tickets", form, ("Captcha-Pass", Service.CaptchaPass())))
                .Expect(HttpStatusCode.BadRequest).Wrong);
    }

    [Fact]
    public async Task A_refused_form_does_not_burn_the_captcha()
    {
        var pass = Service.CaptchaPass();
        (await Service.Anonymous().PostAsync(
                "/api/tickets", new { categoryId = Category.CategoryId, name = "Cleo", email = "", description = "x" },
                ("Captcha-Pass", pass))).Expect(HttpStatusCode.BadRequest);
        (await Service.Anonymous().PostAsync("/api/tickets", Form(), ("Captcha-Pass", pass))).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task F37_numbers_do_not_clash_when_many_open_at_once()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ => (await OpenAsync()).Number));
        Assert.Equal(40, numbers.Distinct().Count());
    }
}
