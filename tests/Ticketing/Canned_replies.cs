using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Canned_replies : TicketingTest
{
    [Fact]
    public async Task AG3_are_filled_for_the_ticket_in_its_customers_language()
    {
        var ticket = await OpenForAnaAsync();
        var id = (await WriteAsync(
                new { title = " Greeting ",
                    textEs = "Hola {{customer.firstName}}: {{ ticket.number }}, {{ticket.subject}} ({{ticket.category}}).\n"
                        + "{{agent.name}}, {{installation.name}}",
                    textEn = "Hello" })).Expect(HttpStatusCode.Created)["id"];
        Assert.Equal(
            $"Hola Cleo: {ticket.Number}, Printer on fire (Printers).\nAna Agent, Helpdesk",
            (await FilledAsync(ticket, id)).Expect(HttpStatusCode.OK)["text"]);
        (await Service.As(Dora).PutAsync($"/api/canned-replies/{id}", new { title = "Greeting", textEn = "Hello {{customer.name}}" }))
            .Expect(HttpStatusCode.OK);
        Assert.Equal("Hello Cleo Customer", (await FilledAsync(ticket, id))["text"]);
    }

    [Fact]
    public async Task F4_what_a_customer_calls_themselves_is_never_read_as_a_place()
    {
        var form = new { categoryId = Category.CategoryId, name = "{{agent.name}} $0", email = "c@example.org", description = "x",
            subject = "{{customer.name}}", language = "en" };
        var opened = (await Service.Anonymous().PostAsync("/api/tickets", form, ("Captcha-Pass", Service.CaptchaPass())))
            .Expect(HttpStatusCode.Created);
        var id = (await WriteAsync(new { title = "x", textEn = "{{customer.name}} about {{ticket.subject}}" }))["id"];
        Assert.Equal(
            "{{agent.name}} $0 about {{customer.name}}",
            (await Service.As(Dora).GetAsync($"/api/tickets/{opened["number"]}/canned-replies/{id}"))["text"]);
    }

    [Theory]
    [InlineData("textEs", "Hola {{customer.password}}")]
    [InlineData("textEs", "Hola {{}}")]
    [InlineData("textEn", "Hello {{ Customer.Name }}")]
    [InlineData("textEs", " ")]
    [InlineData("title", " ")]
    public async Task AG3_what_would_not_be_filled_is_refused_when_it_is_written(string field, string value)
    {
        var form = new Dictionary<string, object?> { ["title"] = "x", [field == "title" ? "textEs" : field] = "fine" };
        form[field] = value;
        var before = (await Service.As(Ana).GetAsync("/api/canned-replies?size=100")).Text;
        Assert.Equal([field], (await WriteAsync(form)).Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(before, (await Service.As(Ana).GetAsync("/api/canned-replies?size=100")).Text);
    }

    [Fact]
    public async Task AG3_belong_to_an_area_or_to_all_and_are_found_by_title()
    {
        var other = await KnowCategoryAsync();
        var all = $"{Guid.NewGuid():N} 100%";
        await WriteAsync(new { title = all, textEs = "x" });
        var theirs = (await WriteAsync(new { title = "Ours", textEs = "x", areaId = Category.AreaId }))["id"];
        await WriteAsync(new { title = "Another's", textEs = "x", areaId = other.AreaId });
        Assert.Equal(
            ["areaId"],
            (await WriteAsync(new { title = "x", textEs = "x", areaId = Guid.NewGuid() })).Expect(HttpStatusCode.BadRequest).Wrong);
        var seen = await TitlesAsync($"size=100&area={Category.AreaId}");
        Assert.Equal((true, true, false), (seen.Contains(all), seen.Contains("Ours"), seen.Contains("Another's")));
        Assert.Equal([all], await TitlesAsync("q=0%25"));
        Assert.Superset(new HashSet<string> { all, "Ours", "Another's" }, (await TitlesAsync("size=100")).ToHashSet());
        var elsewhere = (await Service.As(Dora).PostAsync(
                "/api/tickets", new { categoryId = other.CategoryId, name = "C", email = "c@example.org", description = "x" }))
                    .Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).GetAsync($"/api/tickets/{elsewhere}/canned-replies/{theirs}")).Expect(HttpStatusCode.NotFound);
        (await Service.As(Dora).DeleteAsync($"/api/canned-replies/{theirs}")).Expect(HttpStatusCode.NoContent);
        (await Service.As(Dora).DeleteAsync($"/api/canned-replies/{theirs}")).Expect(HttpStatusCode.NotFound);
        (await Service.As(Dora).PutAsync($"/api/canned-replies/{theirs}", new { title = "x", textEs = "x" }))
            .Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task AG3_dispatchers_write_them_agents_use_them_and_customers_do_not_know_them()
    {
        var (ticket, free, carl) = (await OpenForAnaAsync(), await OpenAsync(), Account.Customer("Carl Customer"));
        var id = (await WriteAsync(new { title = "x", textEs = "x" }))["id"];
        (await Service.As(Ana).PostAsync("/api/canned-replies", new { title = "x", textEs = "x" })).Expect(HttpStatusCode.Forbidden);
        (await Service.As(Ana).PutAsync($"/api/canned-replies/{id}", new { title = "x", textEs = "x" })).Expect(HttpStatusCode.Forbidden);
        (await Service.As(Ana).DeleteAsync($"/api/canned-replies/{id}")).Expect(HttpStatusCode.Forbidden);
        (await FilledAsync(ticket, id)).Expect(HttpStatusCode.OK);
        (await FilledAsync(free, id)).Expect(HttpStatusCode.NotFound);
        (await Service.As(carl).GetAsync("/api/canned-replies")).Expect(HttpStatusCode.Forbidden);
        (await Service.Anonymous().GetAsync("/api/canned-replies")).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task N11_writing_one_twice_under_one_key_writes_one()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var answers = new[] { await WriteAsync(new { title = "x", textEs = "x" }, key), await WriteAsync(new { title = "x", textEs = "x" },
            key) };
        Assert.Single(answers.Select(x => x.Expect(HttpStatusCode.Created)["id"]).Distinct());
    }

    Task<Answer> WriteAsync(object form, params (string, string)[] headers) =>
        Service.As(Dora).PostAsync("/api/canned-replies", form, headers);

    Task<Answer> FilledAsync(Opened ticket, string id) => Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}/canned-replies/{id}");

    async Task<string[]> TitlesAsync(string query) =>
        [.. (await Service.As(Ana).GetAsync($"/api/canned-replies?{query}")).Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x
            => x.GetProperty("title").GetString()!)];
}
