using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

/// <summary>What stands in a ticket and is another's to change: its customer's contact data, its category's title.</summary>
public sealed class What_a_ticket_repeats : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");
    readonly Account _renamed;

    public What_a_ticket_repeats() => _renamed = _carl with { Name = "Carla Nueva", Email = $"Carla.{Guid.NewGuid():N}@example.org" };

    [Fact]
    public async Task G9_open_tickets_follow_the_account_and_are_found_by_it()
    {
        var open = await CarlsAsync();
        await RenameAsync();
        var seen = (await Service.As(Dora).GetAsync($"/api/tickets/{open.Number}")).Json.GetProperty("customer");
        Assert.Equal(("Carla Nueva", _renamed.Email, "en"), (Text(seen, "name"), Text(seen, "email"), Text(seen, "language")));
        foreach (var words in new[] { "Nueva", _renamed.Email })
            Assert.Single((await Service.As(Dora).GetAsync($"/api/tickets?area={Category.AreaId}&q={words}")).Items.EnumerateArray());
        (await Service.As(Dora).PostAsync($"/api/tickets/{open.Number}/replies", new { text = "Hi" })).Expect(HttpStatusCode.Created);
        var told = (await Heard.OneAsync<AgentReplied>(_ => true)).Ticket.Customer;
        Assert.Equal(("Carla Nueva", _renamed.Email, "en"), (told.Name, told.Email, told.Language));
        // A lost link goes by the new mailbox, and no longer by the old one.
        await AskAsync(open, _carl.Email);
        await AskAsync(open, _renamed.Email.ToUpperInvariant());
        Assert.Equal(_renamed.Email, (await Heard.OneAsync<TrackingLinkRequested>(_ => true)).Ticket.Customer.Email);
        Assert.Single(Heard.All<TrackingLinkRequested>());
    }

    [Fact]
    public async Task G9_a_new_one_begins_with_the_accounts_present_data_though_its_owners_token_is_older()
    {
        await Service.HearAsync(_carl.Changed(confirmed: true));
        await RenameAsync();
        var opened = await CarlsAsync();
        var told = (await Heard.OneAsync<TicketOpened>(x => x.Ticket.Id == opened.Id)).Ticket.Customer;
        Assert.Equal((_carl.Id, "Carla Nueva", _renamed.Email), (told.Id, told.Name, told.Email));
        await AskAsync(opened, _carl.Email);
        Assert.Empty(Heard.All<TrackingLinkRequested>());
        await AskAsync(opened, _renamed.Email);
        Assert.Equal(_renamed.Email, (await Heard.OneAsync<TrackingLinkRequested>(_ => true)).Ticket.Customer.Email);
    }

    [Fact]
    public async Task G9_a_closed_one_follows_when_it_is_opened_again()
    {
        var closed = await CarlsAsync();
        (await Service.As(Dora).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await RenameAsync();
        var before = (await Service.As(Dora).GetAsync($"/api/tickets/{closed.Number}")).Json.GetProperty("customer");
        Assert.Equal(_carl.Email, Text(before, "email"));
        await AskAsync(closed, _carl.Email);
        Assert.Empty(Heard.All<TrackingLinkRequested>());
        (await Service.As(Dora).DeleteAsync($"/api/tickets/{closed.Number}/closure")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(_renamed.Email, (await Heard.OneAsync<TicketReopened>(_ => true)).Ticket.Customer.Email);
        Assert.Equal(_renamed.Email, await Service.ReadAsync(db =>
            db.Tickets.Where(x => x.Id == closed.Id).Select(x => x.CustomerEmail).SingleAsync()));
        await Service.HearAsync((_renamed with { Name = "Carla Otra" }).Changed(version: 6, confirmed: true));
        await Eventually.HoldsAsync(() =>
            Service.ReadAsync(db => db.Tickets.AnyAsync(x => x.Id == closed.Id && x.CustomerName == "Carla Otra")));
    }

    [Fact]
    public async Task G9_and_what_goes_on_from_a_closed_one_begins_with_the_new_data()
    {
        var closed = await CarlsAsync();
        (await Service.As(Dora).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await RenameAsync();
        Service.Jump(TimeSpan.FromDays(8));
        (await Service.As(_renamed).PostAsync($"/api/tickets/{closed.Number}/replies", new { text = "Again" }))
            .Expect(HttpStatusCode.Created);
        var next = await Heard.OneAsync<TicketOpened>(x => x.FollowUpOf?.Id == closed.Id);
        Assert.Equal((_renamed.Email, "Carla Nueva"), (next.Ticket.Customer.Email, next.Ticket.Customer.Name));
    }

    [Fact]
    public async Task G9_an_event_that_was_overtaken_and_another_account_change_nothing()
    {
        var open = await CarlsAsync();
        await RenameAsync();
        await Service.HearAsync(_carl.Changed(version: 4, confirmed: true));
        await Service.HearAsync(Account.Customer("Other Customer").Changed(confirmed: true));
        await OpenForAnaAsync();
        Assert.Equal(_renamed.Email, await Service.ReadAsync(db =>
            db.Tickets.Where(x => x.Id == open.Id).Select(x => x.CustomerEmail).SingleAsync()));
    }

    [Fact]
    public async Task G6_G9_G10_who_typed_anothers_address_learns_nothing_of_the_account_by_the_link()
    {
        Customer = _carl.Email;
        await Service.HearAsync(_carl.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _carl.Id)));
        var forged = await OpenAsync();
        var canned = (await Service.As(Dora).PostAsync("/api/canned-replies", new { title = "Hello", textEn = "{{customer.name}}" }))
            .Expect(HttpStatusCode.Created)["id"];
        await RenameAsync();
        await Eventually.HoldsAsync(() =>
            Service.ReadAsync(db => db.Tickets.AnyAsync(x => x.Id == forged.Id && x.CustomerName == "Carla Nueva")));
        (await Service.As(_renamed).PostAsync($"/api/tickets/{forged.Number}/replies", new { text = "Not mine." }))
            .Expect(HttpStatusCode.Created);
        // Nor by what staff are about to send them.
        Assert.Equal("Cleo Customer", (await Service.As(Dora).GetAsync($"/api/tickets/{forged.Number}/canned-replies/{canned}"))["text"]);
        // Nor by what a refusal says of what happened meanwhile.
        Assert.Equal("Cleo Customer", await WhoChangedAsync(Service.ByLink(forged.Secret), $"/api/tickets/{forged.Number}/closure"));
        Assert.Equal("Carla Nueva", await WhoChangedAsync(Service.As(_renamed), $"/api/tickets/{forged.Number}/closure"));
        (await Service.ByLink(forged.Secret).PostAsync($"/api/tickets/{forged.Number}/replies", new { text = "Who am I?" }))
            .Expect(HttpStatusCode.Created);
        (await Service.ByLink(forged.Secret).PutAsync($"/api/tickets/{forged.Number}/closure", new { comment = "Bye" }))
            .Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        var next = (await Service.ByLink(forged.Secret).PostAsync($"/api/tickets/{forged.Number}/replies", new { text = "And now?" }))
            .Expect(HttpStatusCode.Created)
            .Json.GetProperty("continuedIn").GetProperty("trackingSecret").GetString()!;
        foreach (var secret in new[] { forged.Secret, next })
        {
            var answer = (await Service.TrackAsync(secret)).Expect(HttpStatusCode.OK);
            var seen = answer.Text;
            Assert.Equal("es", answer.Json.GetProperty("ticket").GetProperty("customer").GetProperty("language").GetString());
            Assert.DoesNotContain("Nueva", seen, StringComparison.Ordinal);
            Assert.DoesNotContain(_renamed.Email, seen, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("Cleo Customer", seen, StringComparison.Ordinal);
        }

        // The mails go to the account's own address.
        Assert.Equal(_renamed.Email, (await Heard.OneAsync<CustomerReplied>(x => x.Text == "Who am I?")).Ticket.Customer.Email);
    }

    [Fact]
    public async Task G9_a_categorys_new_title_shows_on_its_tickets_open_and_closed()
    {
        var count = SyncCategoryTitles.Batch + 3;
        var (open, closed) = (await OpenAsync(), await OpenAsync());
        (await Service.As(Dora).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await Service.ReadAsync(db => db.Database.ExecuteSqlAsync($"""
            insert into ticket select (jsonb_populate_record(t, jsonb_build_object(
                'id', gen_random_uuid(), 'number', t.number || '-' || n, 'tracking_hash', sha256((t.number || n)::bytea)))).*
            from ticket t, generate_series(1, {count}) n where t.id = {open.Id}
            """));
        await Service.HearAsync(Category with { Version = 2, Title = "Printers and scanners" });
        await Service.HearAsync(Category with { Version = 3, Title = "Print & scan" });
        await Eventually.HoldsAsync(async () =>
            await Service.ReadAsync(db => Ours(db).CountAsync(x => x.CategoryTitle == "Print & scan")) == count + 2);
        foreach (var ticket in new[] { open, closed })
        {
            var seen = (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}")).Json.GetProperty("category");
            Assert.Equal("Print & scan", Text(seen, "name"));
        }

        (await Service.As(Dora).PostAsync($"/api/tickets/{open.Number}/replies", new { text = "Hi" })).Expect(HttpStatusCode.Created);
        Assert.Equal("Print & scan", (await Heard.OneAsync<AgentReplied>(_ => true)).Ticket.CategoryTitle);
    }

    async Task RenameAsync()
    {
        await Service.HearAsync(_renamed.Changed(version: 5, confirmed: true) with { Language = "en" });
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _carl.Id && x.Version == 5)));
    }

    async Task<Opened> CarlsAsync()
    {
        var answer = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created);
        return new(answer.Json.GetProperty("id").GetGuid(), answer["number"], answer["trackingSecret"]);
    }

    async Task AskAsync(Opened ticket, string email) =>
        (await Service.Anonymous().PostAsync("/api/tracking/reminders", new { number = ticket.Number, email }))
            .Expect(HttpStatusCode.Accepted);

    static async Task<string?> WhoChangedAsync(Caller caller, string closure)
    {
        var answer = await caller.SendAsync(HttpMethod.Put, closure, new { }, ("If-Match", "\"1\""));
        var stale = answer.Expect(HttpStatusCode.PreconditionFailed);
        return Text(Assert.Single(stale.Json.GetProperty("changes").EnumerateArray()), "actorName");
    }

    static string? Text(System.Text.Json.JsonElement of, string name) => of.GetProperty(name).GetString();
}
