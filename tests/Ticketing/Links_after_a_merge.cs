using System.Net;
using System.Text.Json;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Links_after_a_merge : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task F8_one_that_leads_on_opens_both_by_their_numbers()
    {
        var (one, two) = await MergedAsync();
        Assert.Equal(two.Number, await LeadsToAsync(one));
        var link = Service.ByLink(one.Secret);
        var shown = (await link.GetAsync($"/api/tickets/{two.Number}")).Expect(HttpStatusCode.OK);
        Assert.Equal((two.Number, "New"), (shown["number"], shown["status"]));
        Assert.Equal(3, (await link.GetAsync($"/api/tickets/{two.Number}/messages")).Items.GetArrayLength());
        // The old one is as its owner sees it: it says where it goes on.
        var old = (await link.GetAsync($"/api/tickets/{one.Number}")).Expect(HttpStatusCode.OK);
        Assert.Equal(("Closed", "Merged", two.Number), (old["status"], old["closingReason"], old["continuedIn"]));
        Assert.Equal((await Service.As(_carl).GetAsync($"/api/tickets/{one.Number}")).Text, old.Text);
    }

    [Fact]
    public async Task F8_what_is_said_by_the_old_number_goes_on_and_by_the_new_one_is_there()
    {
        var (one, two) = await MergedAsync();
        var byOld = (await ReplyByLinkAsync(one, new { text = "By the old one" })).Expect(HttpStatusCode.Created).Json;
        Assert.Equal(two.Number, byOld.GetProperty("continuedIn").GetProperty("number").GetString());
        var byNew = await Service.ByLink(one.Secret).PostAsync($"/api/tickets/{two.Number}/replies", new { text = "By the new one" });
        Assert.Equal(JsonValueKind.Null, byNew.Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").ValueKind);
        foreach (var text in new[] { "By the old one", "By the new one" })
        {
            var said = await Heard.OneAsync<CustomerReplied>(x => x.Text == text);
            Assert.Equal((two.Id, CustomerVerification.TrackingLink), (said.Ticket.Id, said.Verification));
        }
    }

    [Fact]
    public async Task F8_one_that_leads_on_closes_rates_and_reopens_what_it_leads_to()
    {
        var (one, two) = await MergedAsync();
        var (link, path) = (Service.ByLink(one.Secret), $"/api/tickets/{two.Number}");
        (await link.PutAsync($"{path}/closure", new { comment = "Solved" })).Expect(HttpStatusCode.NoContent);
        Assert.Equal("Closed", await StatusAsync(two));
        (await link.PutAsync($"{path}/rating", new { score = 4 })).Expect(HttpStatusCode.NoContent);
        (await link.DeleteAsync($"{path}/closure")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("InProgress", await StatusAsync(two));
        // With the old one nothing of that is possible any more.
        var old = $"/api/tickets/{one.Number}";
        Assert.Equal("ticket-merged", (await link.DeleteAsync($"{old}/closure")).Expect(HttpStatusCode.Conflict).Problem);
        (await link.PutAsync($"{old}/rating", new { score = 4 })).Expect(HttpStatusCode.Conflict);
        Assert.Equal("InProgress", await StatusAsync(two));
    }

    [Fact]
    public async Task F8_one_that_leads_on_replaces_itself_by_either_number_and_leaves_the_other_link_alone()
    {
        var (one, two) = await MergedAsync();
        (await Service.ByLink(one.Secret).PostAsync($"/api/tickets/{two.Number}/tracking-links", new { })).Expect(HttpStatusCode.Accepted);
        foreach (var path in new[] { "/api/tracking", $"/api/tickets/{one.Number}", $"/api/tickets/{two.Number}" })
            (await Service.ByLink(one.Secret).GetAsync(path)).Expect(HttpStatusCode.Unauthorized);
        Assert.Equal(two.Number, await LeadsToAsync(two));
        var renewed = (await Heard.OneAsync<TrackingLinkRenewed>(_ => true)).Ticket;
        Assert.Equal(one.Id, renewed.Id);
        Assert.Equal(two.Number, await LeadsToAsync(one with { Secret = Service.Open<TrackingSecret>(renewed.TrackingToken)!.Value }));
    }

    [Fact]
    public async Task G5_one_that_is_older_than_a_renewal_opens_its_own_alone()
    {
        var (one, two) = await MergedAsync();
        (await Service.As(Dora).PostAsync($"/api/tickets/{two.Number}/tracking-links", new { })).Expect(HttpStatusCode.Accepted);
        Assert.Equal(one.Number, await LeadsToAsync(one));
        foreach (var path in new[] { "", "/messages" })
        {
            (await Service.ByLink(one.Secret).GetAsync($"/api/tickets/{one.Number}{path}")).Expect(HttpStatusCode.OK);
            (await Service.ByLink(one.Secret).GetAsync($"/api/tickets/{two.Number}{path}")).Expect(HttpStatusCode.NotFound);
        }

        var body = new { text = "And now?" };
        (await Service.ByLink(one.Secret).PostAsync($"/api/tickets/{two.Number}/replies", body)).Expect(HttpStatusCode.NotFound);
        var told = (await ReplyByLinkAsync(one, body)).Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn");
        Assert.Equal(JsonValueKind.Null, told.GetProperty("trackingSecret").ValueKind);
    }

    [Fact]
    public async Task F8_of_a_typed_address_it_sees_less_than_the_owner_and_so_it_stays()
    {
        await CarlsAddressIsConfirmedAsync();
        var (carls, typed) = (await CarlsAsync(Service.Upload("carl.png")), await TypedAsync());
        await MergeAsync(carls, typed);
        await SeesLessAsync(typed.Secret);
        // Whatever comes after: words of the owner, a new link, another merge.
        (await Service.As(_carl).PostAsync($"/api/tickets/{typed.Number}/replies", new { text = "Me." })).Expect(HttpStatusCode.Created);
        await SeesLessAsync(typed.Secret, more: 1);
        await MergeAsync(await CarlsAsync(), typed);
        await SeesLessAsync(typed.Secret, more: 1);
        (await Service.As(Dora).PostAsync($"/api/tickets/{typed.Number}/tracking-links", new { })).Expect(HttpStatusCode.Accepted);
        var renewed = (await Heard.OneAsync<TrackingLinkRenewed>(x => x.Ticket.Id == typed.Id)).Ticket;
        await SeesLessAsync(Service.Open<TrackingSecret>(renewed.TrackingToken)!.Value, more: 1);

        async Task SeesLessAsync(string secret, int more = 0)
        {
            var link = Service.ByLink(secret);
            var said = (await link.GetAsync($"/api/tickets/{typed.Number}/messages")).Expect(HttpStatusCode.OK);
            Assert.Equal(1 + more, said.Items.GetArrayLength());
            Assert.DoesNotContain("carl.png", said.Text, StringComparison.Ordinal);
            var owners = (await Service.As(_carl).GetAsync($"/api/tickets/{typed.Number}/messages")).Expect(HttpStatusCode.OK);
            Assert.True(owners.Items.GetArrayLength() > 1 + more);
            var file = await Service.ReadAsync(db => db.Attachments.Where(x => x.TicketId == carls.Id).Select(x => x.Id).SingleAsync());
            (await link.GetAsync($"/api/tickets/{typed.Number}/files/{file}")).Expect(HttpStatusCode.NotFound);
            (await Service.As(_carl).GetAsync($"/api/tickets/{typed.Number}/files/{file}")).Expect(HttpStatusCode.OK);
            (await link.GetAsync($"/api/tickets/{carls.Number}")).Expect(HttpStatusCode.NotFound);
            Assert.Equal(typed.Number, (await link.GetAsync("/api/tracking")).Expect(HttpStatusCode.OK)["number"]);
        }
    }

    [Fact]
    public async Task F8_of_a_typed_address_it_is_not_led_on_and_only_learns_where_its_words_go()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        await MergeAsync(one, two);
        Assert.Equal(one.Number, await LeadsToAsync(one));
        var seen = (await Service.ByLink(one.Secret).GetAsync($"/api/tickets/{one.Number}")).Expect(HttpStatusCode.OK);
        Assert.Equal(two.Number, seen["continuedIn"]);
        (await Service.ByLink(one.Secret).GetAsync($"/api/tickets/{two.Number}")).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task F8_a_version_is_that_of_the_ticket_whose_number_was_named()
    {
        var (one, two) = await MergedAsync();
        var link = Service.ByLink(one.Secret);
        var version = (await link.GetAsync($"/api/tickets/{two.Number}"))["version"];
        (await Service.As(Dora).PostAsync($"/api/tickets/{two.Number}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        var stale = await link.SendAsync(
            HttpMethod.Put, $"/api/tickets/{two.Number}/closure", new { }, ("If-Match", $"\"{version}\""));
        Assert.Equal("changed-meanwhile", stale.Expect(HttpStatusCode.PreconditionFailed).Problem);
        Assert.Equal("WaitingOnCustomer", await StatusAsync(two));
    }

    async Task<string> LeadsToAsync(Opened ticket)
    {
        var told = (await Service.ByLink(ticket.Secret).GetAsync("/api/tracking")).Expect(HttpStatusCode.OK);
        Assert.Single(told.Json.EnumerateObject());
        return told["number"];
    }

    async Task<(Opened One, Opened Two)> MergedAsync()
    {
        var (one, two) = (await CarlsAsync(), await CarlsAsync());
        await MergeAsync(one, two);
        return (one, two);
    }

    async Task MergeAsync(Opened ticket, Opened into) =>
        (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/merge", new { into = into.Number }))
            .Expect(HttpStatusCode.NoContent);

    async Task CarlsAddressIsConfirmedAsync()
    {
        await Service.HearAsync(_carl.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _carl.Id && x.EmailConfirmed)));
    }

    /// <summary>By somebody who only knows Carl's address.</summary>
    async Task<Opened> TypedAsync() => Of(await Service.Anonymous().PostAsync(
        "/api/tickets", new { categoryId = Category.CategoryId, name = "Carl Customer", email = _carl.Email, description = "It smokes." },
        ("Captcha-Pass", Service.CaptchaPass())));

    async Task<Opened> CarlsAsync(params string[] files) =>
        Of(await Service.As(_carl).PostAsync("/api/tickets", Form(description: "Their own.", attachments: files)));

    static Opened Of(Answer opened) =>
        new(opened.Expect(HttpStatusCode.Created).Json.GetProperty("id").GetGuid(), opened["number"], opened["trackingSecret"]);
}
