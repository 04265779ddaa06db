using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_customer_who_registers : TicketingTest
{
    // Another spelling than the one that Cleo's tickets were opened with.
    readonly Account _cleo;

    public A_customer_who_registers()
    {
        Customer = $"cleo.{Guid.NewGuid():N}@example.org";
        _cleo = Account.Customer("Cleo Customer") with { Email = Customer.ToUpperInvariant() };
    }

    [Fact]
    public async Task CU2_CU16_gets_what_was_opened_with_their_address_once_it_is_confirmed()
    {
        var (mine, others) = (await OpenAsync(), await OpenByAsync(Customer.Replace(".org", ".com", StringComparison.Ordinal)));
        await Service.KnowAsync(_cleo);
        Assert.Empty(await MineAsync());
        await Service.PublishAsync(_cleo.Changed(version: 2, confirmed: false));
        await Service.PublishAsync(_cleo.Changed(version: 3, confirmed: true));
        await Eventually.HoldsAsync(async () => (await MineAsync()).Contains(mine.Number));
        Assert.Equal([mine.Number], await MineAsync());
        (await Service.As(_cleo).GetAsync($"/api/tickets/{mine.Number}/messages")).Expect(HttpStatusCode.OK);
        (await Service.As(_cleo).PostAsync($"/api/tickets/{mine.Number}/replies", new { text = "It is me." }))
            .Expect(HttpStatusCode.Created);
        (await Service.As(_cleo).GetAsync($"/api/tickets/{others}")).Expect(HttpStatusCode.NotFound);
        // The link works on.
        (await Service.TrackAsync(mine.Secret)).Expect(HttpStatusCode.OK);
        Assert.Equal(_cleo.Id, (await Heard.OneAsync<CustomerReplied>(x => x.Ticket.Id == mine.Id)).Ticket.Customer.Id);
    }

    [Fact]
    public async Task CU2_gets_what_is_opened_with_it_later_too()
    {
        await Service.PublishAsync(_cleo.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _cleo.Id && x.EmailConfirmed)));
        var ticket = await OpenAsync();
        Assert.Equal([ticket.Number], await MineAsync());
        var opened = await Heard.OneAsync<TicketOpened>(x => x.Ticket.Id == ticket.Id);
        // It is theirs; that they opened it themselves nobody has shown.
        Assert.Equal((_cleo.Id, (Guid?)null), (opened.Ticket.Customer.Id!.Value, opened.OpenedBy.Id));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task F8_gets_nothing_by_an_address_that_is_not_confirmed_or_by_a_disabled_account(bool active, bool confirmed)
    {
        await Service.PublishAsync(_cleo.Changed(active: active, confirmed: confirmed));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _cleo.Id)));
        await OpenAsync();
        await Service.PublishAsync(_cleo.Changed(version: 2, active: active, confirmed: confirmed));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _cleo.Id && x.Version == 2)));
        Assert.Empty(await MineAsync());
    }

    [Fact]
    public async Task F8_a_ticket_opened_in_their_name_by_somebody_else_shows_that_one_none_of_theirs()
    {
        await Service.PublishAsync(_cleo.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _cleo.Id && x.EmailConfirmed)));
        var forged = await OpenAsync();
        var own = (await Service.As(_cleo).PostAsync("/api/tickets", Form(description: "Private.")))
            .Expect(HttpStatusCode.Created)["number"];
        (await Service.As(Dora).PostAsync($"/api/tickets/{forged.Number}/merge", new { into = own })).Expect(HttpStatusCode.NoContent);
        Assert.DoesNotContain(
            "Private.", (await Service.TrackAsync(forged.Secret)).Expect(HttpStatusCode.OK).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task SE9_who_types_their_address_does_not_learn_whether_it_has_an_account()
    {
        await Service.PublishAsync(_cleo.Changed(confirmed: true));
        await Eventually.HoldsAsync(() => Service.ReadAsync(db => db.Accounts.AnyAsync(x => x.Id == _cleo.Id && x.EmailConfirmed)));
        var ticket = await OpenAsync();

        Assert.DoesNotContain(
            _cleo.Id.ToString(), (await Service.TrackAsync(ticket.Secret)).Expect(HttpStatusCode.OK).Text,
            StringComparison.Ordinal);
        Assert.Contains(
            _cleo.Id.ToString(), (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}")).Expect(HttpStatusCode.OK).Text,
            StringComparison.Ordinal);
    }

    async Task<string> OpenByAsync(string email) => (await Service.Anonymous().PostAsync("/api/tickets",
        new { categoryId = Category.CategoryId, name = "Other", email, description = "x" }, (
            "Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created)["number"];

    async Task<string[]> MineAsync() =>
        [.. (await Service.As(_cleo).GetAsync("/api/tickets?view=all")).Items.EnumerateArray().Select(x => x.GetProperty("number")
            .GetString()!)];
}
