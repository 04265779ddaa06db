using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

/// <summary>
/// Whose a ticket is goes by the canonical form of the mailbox alone: not by what looks alike, and not by the database's idea of letters.
/// </summary>
public sealed class One_mailbox_in_other_letters : TicketingTest
{
    readonly string _id = Guid.NewGuid().ToString("N")[..12];

    [Theory]
    [InlineData("victim.{0}@institute.example", "victim.{0}@İnstitute.example")]
    [InlineData("victim.{0}@institute.example", "victim.{0}@ınstitute.example")]
    [InlineData("strasse.{0}@example.org", "straße.{0}@example.org")]
    [InlineData("josé.{0}@example.org", "jose.{0}@example.org")]
    [InlineData("ana.{0}@example.org", "ana.{0}@exаmple.org")]
    [InlineData("éva.{0}@example.org", "Éva.{0}@example.org")]
    public async Task G1_who_owns_another_mailbox_gets_nothing_of_it(string victims, string attackers)
    {
        Customer = Of(victims);
        var before = await OpenAsync();
        var attacker = Account.Customer("Eve Customer") with { Email = Of(attackers) };
        await KnowConfirmedAsync(attacker);
        var after = await OpenAsync();

        Assert.Empty(await MineAsync(attacker));
        foreach (var ticket in new[] { before, after })
        {
            (await Service.As(attacker).GetAsync($"/api/tickets/{ticket.Number}")).Expect(HttpStatusCode.NotFound);
            (await Service.As(attacker).GetAsync($"/api/tickets/{ticket.Number}/messages")).Expect(HttpStatusCode.NotFound);
            (await Service.As(attacker).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Mine now." }))
                .Expect(HttpStatusCode.NotFound);
            (await Service.As(attacker).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NotFound);
        }

        await AskAsync(before, attacker.Email);
        Assert.Empty(Heard.All<TrackingLinkRequested>());
        // Its own owner gets both.
        var victim = Account.Customer("Vera Customer") with { Email = Customer };
        await KnowConfirmedAsync(victim);
        Assert.Equal(new[] { before.Number, after.Number }.Order(StringComparer.Ordinal), await MineAsync(victim));
    }

    [Theory]
    [InlineData("ana.{0}@español.example", "Ana.{0}@xn--espaol-zwa.example")]
    [InlineData("ana.{0}@xn--espaol-zwa.example", "ANA.{0}@ESPAÑOL.example")]
    [InlineData("target.{0}@bombed.example", "target.{0}@ｂombed.example")]
    [InlineData("target.{0}@bombed.example", "target.{0}@bom\u00ADbed.example")]
    [InlineData("target.{0}@bombed.example.", "TARGET.{0}@Bombed.Example")]
    [InlineData("kim.{0}@example.org", "\u212Aim.{0}@example.org")]
    [InlineData("josé.{0}@example.org", "jose\u0301.{0}@example.org")]
    public async Task G1_one_mailbox_is_one_owner_however_it_is_spelled(string opened, string account)
    {
        Customer = Of(opened);
        var before = await OpenAsync();
        var owner = Account.Customer("Ana Customer") with { Email = Of(account) };
        await KnowConfirmedAsync(owner);
        var after = await OpenAsync();

        Assert.Equal(new[] { before.Number, after.Number }.Order(StringComparer.Ordinal), await MineAsync(owner));
        await AskAsync(before, owner.Email);
        Assert.Equal(before.Id, (await Heard.OneAsync<TrackingLinkRequested>(_ => true)).Ticket.Id);
    }

    [Theory]
    [InlineData("\"target\"@example.org")]
    [InlineData("target@[192.0.2.1]")]
    [InlineData("tar\u202Eget@example.org")]
    [InlineData("tar\u200Bget@example.org")]
    [InlineData("target@localhost")]
    [InlineData("a@b@example.org")]
    public async Task G1_what_is_no_plain_address_is_refused_at_every_door(string address)
    {
        var form = new { categoryId = Category.CategoryId, name = "Cleo", email = address, description = "x" };
        var opened = await Service.Anonymous().PostAsync("/api/tickets", form, ("Captcha-Pass", Service.CaptchaPass()));
        Assert.Equal(["email"], opened.Expect(HttpStatusCode.BadRequest).Wrong);
        Assert.Equal(["email"], (await Service.As(Dora).PostAsync("/api/tickets", form)).Expect(HttpStatusCode.BadRequest).Wrong);
        var asked = await Service.Anonymous().PostAsync("/api/tracking/reminders", new { number = "HD-000001", email = address });
        Assert.Equal(["email"], asked.Expect(HttpStatusCode.BadRequest).Wrong);
    }

    [Fact]
    public async Task G1_what_was_typed_is_kept_for_display_and_the_canonical_form_beside_it()
    {
        Customer = $"Ana.{_id}@ESPAÑOL.example";
        var ticket = await OpenAsync();
        Assert.Equal(Customer, (await Heard.OneAsync<TicketOpened>(x => x.Ticket.Id == ticket.Id)).Ticket.Customer.Email);
        var kept = await Service.ReadAsync(db =>
            db.Tickets.Where(x => x.Id == ticket.Id).Select(x => x.CustomerCanonicalEmail).SingleAsync());
        Assert.Equal($"ana.{_id}@xn--espaol-zwa.example", kept);
    }

    [Fact]
    public async Task G1_a_canonical_form_that_Identity_tells_counts_more_than_ours()
    {
        Customer = $"ana.{_id}@example.org";
        var ticket = await OpenAsync();
        var owner = Account.Customer("Ana Customer") with { Email = "written otherwise" };
        await Service.PublishAsync(owner.Changed(confirmed: true) with { CanonicalEmail = Customer });
        await Eventually.HoldsAsync(async () => (await MineAsync(owner)).Contains(ticket.Number));
    }

    [Fact]
    public async Task G1_tickets_merged_with_another_mailbox_do_not_take_its_words()
    {
        Customer = $"victim.{_id}@institute.example";
        var victims = await OpenAsync();
        Customer = $"VICTIM.{_id}@Institute.example";
        var same = await OpenAsync();
        Customer = $"victim.{_id}@ınstitute.example";
        var others = await OpenAsync();
        foreach (var ticket in new[] { others, same })
            (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/merge", new { into = victims.Number }))
                .Expect(HttpStatusCode.NoContent);
        Assert.NotEqual(victims.Number, await GoesIntoAsync(others));
        Assert.Equal(victims.Number, await GoesIntoAsync(same));
    }

    async Task<string?> GoesIntoAsync(Opened ticket) =>
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "And now?" }))
            .Expect(HttpStatusCode.Created)
            .Json.GetProperty("continuedIn").GetProperty("number").GetString();

    string Of(string form) => form.Replace("{0}", _id, StringComparison.Ordinal);

    async Task KnowConfirmedAsync(Account account)
    {
        await Service.PublishAsync(account.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == account.Id && x.EmailConfirmed)));
    }

    async Task AskAsync(Opened ticket, string email) =>
        (await Service.Anonymous().PostAsync("/api/tracking/reminders", new { number = ticket.Number, email }))
            .Expect(HttpStatusCode.Accepted);

    async Task<string[]> MineAsync(Account account) =>
        [.. (await Service.As(account).GetAsync("/api/tickets?view=all")).Items.EnumerateArray()
            .Select(x => x.GetProperty("number").GetString()!).Order(StringComparer.Ordinal)];
}
