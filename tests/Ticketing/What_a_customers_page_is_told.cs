using System.Net;
using System.Text.Json;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class What_a_customers_page_is_told : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task CU9_everything_it_shows_by_link_and_signed_in_alike()
    {
        var opened = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created);
        var number = opened["number"];
        (await Service.As(Dora).PutAsync($"/api/tickets/{number}/assignee", new { agentId = Ana.Id })).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PostAsync($"/api/tickets/{number}/replies", new { text = "Pull the plug." })).Expect(HttpStatusCode.Created);
        var byLink = (await Service.TrackAsync(opened["trackingSecret"])).Expect(HttpStatusCode.OK).Json
            .GetProperty("ticket");
        var signedIn = (await Service.As(_carl).GetAsync($"/api/tickets/{number}")).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(byLink.GetRawText(), signedIn.GetRawText());
        Assert.Equal(
            (opened.Json.GetProperty("id").GetGuid(), number, "Printer on fire", "WaitingOnCustomer", "Waiting", "Medium"),
            (byLink.GetProperty("id").GetGuid(), Text(byLink, "number"), Text(byLink, "subject"), Text(byLink, "status"),
                Text(byLink, "statusCategory"), Text(byLink, "priority")));
        Assert.Equal(("Printers", "Hardware", "Ana", "Carl Customer", _carl.Email),
            (Text(byLink.GetProperty("category"), "name"), Text(byLink.GetProperty("area"), "name"),
                Text(byLink.GetProperty("assignee"), "name"), Text(byLink.GetProperty("customer"), "name"),
                Text(byLink.GetProperty("customer"), "email")));
        Assert.Equal(3, byLink.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task CU13_N3_when_it_will_close_since_when_after_how_long_and_why()
    {
        var ticket = await AnsweredAsync();
        var closing = (await TicketAsync(ticket)).GetProperty("closing");
        var replied = closing.GetProperty("repliedAt").GetDateTimeOffset();
        Assert.Equal(("3.00:00:00", "CustomerSilent"), (Text(closing, "after"), Text(closing, "reason")));
        Assert.Equal(
            (replied.AddHours(72), replied.AddHours(48)),
            (closing.GetProperty("closesAt").GetDateTimeOffset(), closing.GetProperty("warnsAt").GetDateTimeOffset()));
        Service.Jump(TimeSpan.FromHours(48.1));
        await Heard.OneAsync<Contracts.ClosingWarningIssued>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal(JsonValueKind.Null, (await TicketAsync(ticket)).GetProperty("closing").GetProperty("warnsAt").ValueKind);
    }

    [Fact]
    public async Task CU10_CU11_CU12_what_they_may_do_changes_with_the_ticket()
    {
        var ticket = await OpenForAnaAsync();
        Assert.Equal("reply close Here", await AllowedAsync(ticket));
        (await Service.ByLink(ticket.Secret).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Assert.Equal("reply reopen rate HereAndReopens", await AllowedAsync(ticket));
        (await Service.ByLink(ticket.Secret).PutAsync($"/api/tickets/{ticket.Number}/rating", new { score = 5 }))
            .Expect(HttpStatusCode.NoContent);
        var rated = await TicketAsync(ticket);
        Assert.Equal(("Done", 5), (Text(rated, "statusCategory"), rated.GetProperty("rating").GetProperty("score").GetInt32()));
        Service.Jump(TimeSpan.FromDays(7.1));
        Assert.Equal("reply IntoNewTicket", await AllowedAsync(ticket));
        var next = (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Again" }))
            .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").GetProperty("number").GetString();
        Assert.Equal($"reply IntoOtherTicket {next}", await AllowedAsync(ticket));
    }

    [Fact]
    public async Task AG5_staff_is_told_what_staff_may_do()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        Assert.Equal("reply close Here", Allowed((await Service.As(Ana).GetAsync($"/api/tickets/{one.Number}")).Json));
        (await Service.As(Ana).PutAsync($"/api/tickets/{two.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Assert.Equal("reopen Here", Allowed((await Service.As(Ana).GetAsync($"/api/tickets/{two.Number}")).Json));
        (await Service.As(Ana).DeleteAsync($"/api/tickets/{two.Number}/closure")).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PostAsync($"/api/tickets/{one.Number}/merge", new { into = two.Number })).Expect(HttpStatusCode.NoContent);
        Assert.Equal("Here", Allowed((await Service.As(Ana).GetAsync($"/api/tickets/{one.Number}")).Json));
        Assert.Equal($"reply IntoOtherTicket {two.Number}", await AllowedAsync(one));
    }

    async Task<JsonElement> TicketAsync(Opened ticket) =>
        (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK).Json.GetProperty("ticket");

    async Task<string> AllowedAsync(Opened ticket) => Allowed(await TicketAsync(ticket));

    static string Allowed(JsonElement ticket) => string.Join(' ', ticket.GetProperty("allowed").EnumerateObject()
        .Where(x => x.Value.ValueKind is JsonValueKind.True or JsonValueKind.String)
            .Select(x => x.Value.ValueKind == JsonValueKind.True ? x.Name : x.Value.GetString()));

    static string Text(JsonElement of, string member) => of.GetProperty(member).GetString()!;
}
