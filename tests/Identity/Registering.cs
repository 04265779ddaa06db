using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Registering : IdentityTest
{
    const string Chosen = "eleven-blue-kettles";

    [Fact]
    public async Task SE9_a_customer_confirms_their_address_and_then_has_an_account()
    {
        (await Register("carla@mail.example")).Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == "carla@mail.example");
        Assert.Equal(
            (null, "Carla Cruz", "es", told.RequestedAt.AddHours(24)), (told.To.Id, told.To.Name, told.To.Language, told.ExpiresAt));
        // Before it is confirmed there is nothing: no account, no event about one.
        Assert.Equal(1, await IdentityHost.ReadAsync(db => db.Users.CountAsync()));

        (await Accept(told, Chosen)).Expect(HttpStatusCode.OK);
        var carla = await IdentityHost.SignInAsync("carla@mail.example", Chosen);
        Assert.Equal([AccountRoles.Customer], (await carla.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK).Strings("roles"));
        var heard = Assert.Single(await IdentityHost.AccountChangesAsync(carla.Account, 1));
        Assert.Equal((true, "carla@mail.example", true), (heard.EmailConfirmed, heard.Email, heard.Active));
        (await Accept(told, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task SE9_nobody_learns_from_the_answer_whether_an_address_is_taken_but_its_owner_does_by_mail()
    {
        var taken = (await Register("ADA@example.org")).Expect(HttpStatusCode.Accepted);
        var free = (await Register("carla@mail.example")).Expect(HttpStatusCode.Accepted);
        Assert.Equal(free.Text, taken.Text);

        var told = await IdentityHost.PublishedAsync<RegistrationRepeated>(x => x.To.Id == Ada.Account);
        Assert.Equal((IdentityHost.AdminEmail, "Ada Admin"), (told.To.Email, told.To.Name));
        await IdentityHost.WaitUntilIdleAsync();
        Assert.DoesNotContain(
            IdentityHost.Published<EmailConfirmationRequested>(),
            x => x.To.Email.Equals(IdentityHost.AdminEmail, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task F17_a_mailbox_gets_three_mails_an_hour_however_many_ask_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Register($"carla+{i}@mail.example")));
        await Eventually.HoldsAsync(() => IdentityHost.Published<EmailConfirmationRequested>().Count(x => x.To.Email.StartsWith(
            "carla", StringComparison.Ordinal)) == 3);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(
            3, IdentityHost.Published<EmailConfirmationRequested>().Count(x => x.To.Email.StartsWith("carla", StringComparison.Ordinal)));

        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(61));
        await Register("carla@mail.example");
        await Eventually.HoldsAsync(() => IdentityHost.Published<EmailConfirmationRequested>().Count(x => x.To.Email.StartsWith(
            "carla", StringComparison.Ordinal)) == 4);
    }

    [Fact]
    public async Task SE9_the_link_works_for_a_day_and_a_newer_one_takes_its_place()
    {
        await Register("carla@mail.example");
        var first = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == "carla@mail.example");
        await Register("carla@mail.example");
        await Eventually.HoldsAsync(() => IdentityHost.Published<EmailConfirmationRequested>().Count == 2);
        var second = IdentityHost.Published<EmailConfirmationRequested>().Single(x => x.LinkToken != first.LinkToken);

        (await Accept(first, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
        IdentityHost.Clock.Advance(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(1));
        (await Accept(second, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task F17_the_address_that_became_anothers_meanwhile_stays_anothers()
    {
        await Register("carla@mail.example");
        var told = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == "carla@mail.example");
        (await Ada.PostAsync(
            "/api/accounts",
            new { name = "Carla", email = "Carla@mail.example", password = Client.FirstPassword, roles = new[] { AccountRoles.Agent } }))
            .Expect(HttpStatusCode.Created);
        (await Accept(told, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
        Assert.Equal(2, await IdentityHost.ReadAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("""{"name":"","email":"c@mail.example"}""")]
    [InlineData("""{"name":"Carla","email":"no address"}""")]
    [InlineData("""{"name":"Carla\nBcc: all@mail.example","email":"c@mail.example"}""")]
    [InlineData("""{"name":"Carla","email":"c@mail.example","language":"fr"}""")]
    [InlineData("""{"name":"Carla"}""")]
    public async Task F17_what_is_wrong_is_refused(string body) =>
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", body)).Expect(HttpStatusCode.BadRequest);

    [Fact]
    public async Task F40_makes_a_customer_whatever_the_request_says()
    {
        (await IdentityHost.Anonymous().PostAsync(
            "/api/registrations",
            new { name = "Carla", email = "carla@mail.example", roles = new[] { "Admin" }, role = "Admin", password = Chosen }))
            .Expect(HttpStatusCode.Accepted);
        (await Accept(await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == "carla@mail.example"), Chosen))
            .Expect(HttpStatusCode.OK);
        var carla = await IdentityHost.SignInAsync("carla@mail.example", Chosen);
        (await carla.GetAsync("/api/accounts")).Refused(HttpStatusCode.Forbidden, "not-allowed");
    }

    Task<Answer> Register(string email) =>
        IdentityHost.Anonymous().PostAsync("/api/registrations", new { name = "Carla Cruz", email, language = "es" });

    Task<Answer> Accept(EmailConfirmationRequested told, string password) =>
        IdentityHost.Anonymous().PostAsync("/api/links/acceptances", new { secret = IdentityHost.SecretOf(told.LinkToken), password });
}
