using System.Net;
using System.Text.Json;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Merged_tickets : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Fact]
    public async Task AG5_show_one_conversation_in_the_order_of_time_with_its_origin_and_files()
    {
        var (one, two) = (await OpenForAnaAsync(Service.Upload("one.png")), await OpenForAnaAsync());
        (await Service.As(Ana).PostAsync($"/api/tickets/{two.Number}/replies", new { text = "Answer on two" }))
            .Expect(HttpStatusCode.Created);
        (await ReplyByLinkAsync(one, new { text = "More on one" })).Expect(HttpStatusCode.Created);
        (await MergeAsync(Ana, one, two)).Expect(HttpStatusCode.NoContent);
        (await MergeAsync(Ana, one, two)).Expect(HttpStatusCode.NoContent);

        var merged = await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == one.Id);
        Assert.Equal((two.Id, TicketStatus.Closed, "Ana Agent"), (merged.Into.Id, merged.Ticket.Status, merged.MergedBy.Name));
        Assert.Equal(ClosingReason.Merged, (await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == one.Id)).Reason);
        Assert.Single(Heard.All<TicketMerged>());
        Assert.Equal(
            [$"{one.Number} It smokes.", " It smokes.", " Answer on two", $"{one.Number} More on one", $"{one.Number} "],
            await ConversationAsync(Service.As(Ana), two));
        var first = (await Service.As(Ana).GetAsync($"/api/tickets/{two.Number}/messages")).Items[0];
        Assert.Equal("one.png", first.GetProperty("attachments")[0].GetProperty("fileName").GetString());
        Assert.Equal(two.Number, (await Service.As(Ana).GetAsync($"/api/tickets/{one.Number}"))["continuedIn"]);
    }

    [Fact]
    public async Task F8_another_customers_words_reach_staff_and_nobody_else()
    {
        var anonymous = await OpenForAnaAsync();
        var carls = await CarlsAsync();
        (await MergeAsync(Dora, anonymous, carls)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(3, (await ConversationAsync(Service.As(Dora), carls)).Length);
        Assert.Equal([" Their own."], await ConversationAsync(Service.As(_carl), carls));

        var seen = (await Service.TrackAsync(anonymous.Secret)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            (anonymous.Number, "Closed", JsonValueKind.Null),
            (seen.Json.GetProperty("ticket").GetProperty("number").GetString(),
                seen.Json.GetProperty("ticket").GetProperty("status").GetString(),
                seen.Json.GetProperty("ticket").GetProperty("continuedIn").ValueKind));
        Assert.DoesNotContain("Their own.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(carls.Number, seen.Text, StringComparison.Ordinal);
        // What is written now is for its writer alone: a ticket of its own.
        var next = (await ReplyByLinkAsync(anonymous, new { text = "And mine?" }))
            .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").GetProperty("number").GetString();
        Assert.NotEqual(carls.Number, next);
        Assert.Equal([" Their own."], await ConversationAsync(Service.As(_carl), carls));
    }

    [Fact]
    public async Task F8_the_link_leads_on_when_the_customer_was_signed_in_and_is_the_same()
    {
        var (one, two) = (await CarlsAsync(), await CarlsAsync());
        (await MergeAsync(Dora, one, two)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(
            two.Number,
            (await Service.TrackAsync(one.Secret)).Json.GetProperty("ticket").GetProperty("number").GetString());
        // One who was merged further into a stranger's leads no further.
        var stranger = await OpenForAnaAsync();
        (await MergeAsync(Dora, two, stranger)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(
            one.Number,
            (await Service.TrackAsync(one.Secret)).Json.GetProperty("ticket").GetProperty("number").GetString());
        Assert.Equal(5, (await ConversationAsync(Service.As(Dora), stranger)).Length);
        Assert.Equal([" It smokes."], await ConversationByLinkAsync(stranger));
    }

    [Fact]
    public async Task F8_an_address_that_anybody_can_type_opens_nobody_elses_ticket()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        (await MergeAsync(Ana, one, two)).Expect(HttpStatusCode.NoContent);
        var seen = (await Service.TrackAsync(one.Secret)).Json.GetProperty("ticket");
        Assert.Equal((one.Number, two.Number), (seen.GetProperty("number").GetString(), seen.GetProperty("continuedIn").GetString()));
        var said = (await Service.ByLink(one.Secret).PostAsync($"/api/tickets/{one.Number}/replies", new { text = "Still me." }))
            .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn");
        Assert.Equal(
            (two.Number, JsonValueKind.Null), (said.GetProperty("number").GetString(), said.GetProperty("trackingSecret").ValueKind));
        Assert.Equal(two.Id, (await Heard.OneAsync<CustomerReplied>(x => x.Text == "Still me.")).Ticket.Id);
    }

    [Fact]
    public async Task F15_a_merged_ticket_takes_nothing_any_more_and_is_not_opened_again()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        (await MergeAsync(Ana, one, two)).Expect(HttpStatusCode.NoContent);
        Assert.Equal(
            "ticket-closed",
            (await Service.As(Ana).PostAsync($"/api/tickets/{one.Number}/replies", new { text = "x" }))
                .Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(
            "ticket-merged",
            (await Service.As(Ana).DeleteAsync($"/api/tickets/{one.Number}/closure")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(
            "ticket-merged",
            (await Service.ByLink(one.Secret).DeleteAsync($"/api/tickets/{one.Number}/closure")).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal(
            "ticket-merged",
            (await Service.As(Ana).PutAsync($"/api/tickets/{one.Number}/status", new { status = "InProgress" }))
                .Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("ticket-merged", (await MergeAsync(Ana, two, one)).Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task AG5_two_who_merge_crosswise_at_once_leave_one_ticket_open()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
            var answers = await Task.WhenAll(MergeAsync(Ana, one, two), MergeAsync(Dora, two, one));
            Assert.Equal([HttpStatusCode.NoContent, HttpStatusCode.Conflict], answers.Select(x => x.Status).Order());
            Assert.Single(await Task.WhenAll(StatusAsync(one), StatusAsync(two)), x => x == "Closed");
        }
    }

    [Fact]
    public async Task F8_who_typed_anothers_address_reads_nothing_of_what_is_merged_into_theirs()
    {
        await CarlsAddressIsConfirmedAsync();
        var (carls, forged) = (await CarlsAsync(Service.Upload("carl.png")), await ForgedAsync());
        (await MergeAsync(Dora, carls, forged)).Expect(HttpStatusCode.NoContent);

        Assert.Equal([" It smokes."], await ConversationByLinkAsync(forged));
        Assert.DoesNotContain("carl.png", (await Service.TrackAsync(forged.Secret)).Text, StringComparison.Ordinal);
        // Both are Carl's account's: signed in, and by their own link, Carl reads all of it.
        Assert.Equal(3, (await ConversationAsync(Service.As(_carl), forged)).Length);
        Assert.Equal(3, (await ConversationByLinkAsync(carls)).Length);
    }

    [Fact]
    public async Task F8_nor_do_they_with_two_addresses_that_were_only_typed()
    {
        var (anas, forged) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        (await ReplyByLinkAsync(anas, new { text = "Private." })).Expect(HttpStatusCode.Created);
        (await MergeAsync(Ana, anas, forged)).Expect(HttpStatusCode.NoContent);

        Assert.Equal([" It smokes."], await ConversationByLinkAsync(forged));
    }

    [Fact]
    public async Task F8_who_typed_anothers_address_does_not_speak_for_that_account()
    {
        await CarlsAddressIsConfirmedAsync();
        var (carls, forged) = (await CarlsAsync(), await ForgedAsync());
        (await MergeAsync(Dora, forged, carls)).Expect(HttpStatusCode.NoContent);

        var told = (await Service.ByLink(forged.Secret).PostAsync($"/api/tickets/{forged.Number}/replies", new { text = "I am Carl." }))
            .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn").GetProperty("number").GetString();
        Assert.NotEqual(carls.Number, told);
        Assert.DoesNotContain(await ConversationAsync(Service.As(_carl), carls), x => x.Contains("I am Carl.", StringComparison.Ordinal));
        // What goes on from a link was not opened by the account, wherever it is merged then.
        Assert.Null((await Heard.OneAsync<TicketOpened>(x => x.Ticket.Number == told)).OpenedBy.Id);
    }

    [Fact]
    public async Task F8_a_link_that_leads_nowhere_is_not_told_the_link_of_what_follows()
    {
        var (one, two) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        (await MergeAsync(Ana, one, two)).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PutAsync($"/api/tickets/{two.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));

        var told = (await Service.ByLink(one.Secret).PostAsync($"/api/tickets/{one.Number}/replies", new { text = "And now?" }))
            .Expect(HttpStatusCode.Created).Json.GetProperty("continuedIn");
        Assert.Equal(JsonValueKind.Null, told.GetProperty("trackingSecret").ValueKind);
    }

    [Fact]
    public async Task F8_only_what_the_caller_sees_can_be_merged()
    {
        var (mine, other) = (await OpenForAnaAsync(), await OpenAsync());
        Assert.Equal(["into"], (await MergeAsync(Ana, mine, other)).Expect(HttpStatusCode.BadRequest).Wrong);
        (await MergeAsync(Ana, other, mine)).Expect(HttpStatusCode.NotFound);
        Assert.Equal(["into"], (await MergeAsync(Ana, mine, mine)).Expect(HttpStatusCode.BadRequest).Wrong);
        (await MergeAsync(_carl, mine, other)).Expect(HttpStatusCode.Forbidden);
        (await Service.As(Dora).PutAsync($"/api/tickets/{other.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Assert.Equal("ticket-closed", (await MergeAsync(Dora, mine, other)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.Empty(Heard.All<TicketMerged>());
    }

    Task<Answer> MergeAsync(Account caller, Opened ticket, Opened into) =>
        Service.As(caller).PostAsync($"/api/tickets/{ticket.Number}/merge", new { into = into.Number });

    async Task CarlsAddressIsConfirmedAsync()
    {
        await Service.PublishAsync(_carl.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _carl.Id && x.EmailConfirmed)));
    }

    /// <summary>By somebody who only knows Carl's address.</summary>
    async Task<Opened> ForgedAsync()
    {
        var answer = (await Service.Anonymous().PostAsync(
                "/api/tickets",
                new { categoryId = Category.CategoryId, name = "Carl Customer", email = _carl.Email, description = "It smokes." },
                ("Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created);
        return new(answer.Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    async Task<Opened> CarlsAsync(params string[] files)
    {
        var answer = (await Service.As(_carl).PostAsync("/api/tickets", Form(description: "Their own.", attachments: files)))
            .Expect(HttpStatusCode.Created);
        return new(answer.Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    static async Task<string[]> ConversationAsync(Caller caller, Opened ticket) =>
        Turns((await caller.GetAsync($"/api/tickets/{ticket.Number}/messages")).Expect(HttpStatusCode.OK).Items);

    async Task<string[]> ConversationByLinkAsync(Opened ticket) =>
        Turns((await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK).Json.GetProperty("messages").GetProperty("items"));

    static string[] Turns(JsonElement items) =>
        [.. items.EnumerateArray().Select(x => $"{x.GetProperty("origin").GetString()} {x.GetProperty("text").GetString()}")];
}
