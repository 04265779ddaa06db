using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class Links_about_an_address : IdentityTest
{
    const string Victims = "victim@mail.example";

    [Fact]
    public async Task G3_name_the_account_and_are_nothing_to_who_only_reads_the_mailbox()
    {
        var stranger = await IdentityHost.MemberAsync(Ada, "Stranger", AccountRoles.Customer);
        var secret = await AskAsync(stranger, Victims);
        var shown = (await LookUpAsync(IdentityHost.Anonymous(), secret)).Expect(HttpStatusCode.OK);
        Assert.Equal(("EmailChange", Victims, "Stranger@example.org"), (shown["purpose"], shown["email"], shown["currentEmail"]));
        Assert.Equal((false, true), (shown.Flag("asksForPassword"), shown.Flag("asksForCurrentPassword")));

        // The victim's one click, with or without an account of their own.
        var victim = await IdentityHost.MemberAsync(Ada, "Victim", AccountRoles.Customer);
        foreach (var client in (Client[])[IdentityHost.Anonymous(), victim, Ada])
        {
            (await AcceptAsync(client, secret)).Invalid("currentPassword");
            (await AcceptAsync(client, secret, "another-password")).Invalid("currentPassword");
        }

        await UnchangedAsync(stranger);
    }

    [Fact]
    public async Task G3_are_accepted_in_a_session_of_that_account()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        var secret = await AskAsync(bruno, "bruno@new.example");
        Assert.False((await LookUpAsync(bruno, secret)).Flag("asksForCurrentPassword"));
        (await AcceptAsync(bruno, secret)).Expect(HttpStatusCode.OK);
        Assert.Equal("bruno@new.example", (await bruno.GetAsync("/api/accounts/me"))["email"]);
        (await AcceptAsync(bruno, secret)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task G3_are_accepted_with_the_password_of_that_account()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        var secret = await AskAsync(bruno, "bruno@new.example");
        (await AcceptAsync(IdentityHost.Anonymous(), secret, IdentityHost.Password)).Expect(HttpStatusCode.OK);
        await IdentityHost.SignInAsync("bruno@new.example");
    }

    [Fact]
    public async Task G3_are_nothing_to_a_session_that_has_ended_or_was_ended()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        var elsewhere = await IdentityHost.SignInAsync("Bruno@example.org");
        var secret = await AskAsync(bruno, "bruno@new.example");
        (await elsewhere.DeleteAsync("/api/sessions/current")).Expect(HttpStatusCode.NoContent);
        Assert.True((await LookUpAsync(elsewhere, secret)).Flag("asksForCurrentPassword"));
        (await AcceptAsync(elsewhere, secret)).Invalid("currentPassword");
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(61));
        (await AcceptAsync(bruno, secret)).Invalid("currentPassword");
        (await AcceptAsync(bruno.As((await bruno.RefreshAsync()).Expect(HttpStatusCode.OK)), secret)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task G3_do_not_let_a_password_be_guessed_more_often_than_a_sign_in_does()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        var secret = await AskAsync(bruno, "bruno@new.example");
        var checks = IdentityHost.Hasher.Checks;
        for (var i = 0; i < 12; i++)
            (await AcceptAsync(IdentityHost.Anonymous(), secret, $"guess-{i}")).Invalid("currentPassword");
        Assert.Equal(5, IdentityHost.Hasher.Checks - checks);
        (await AcceptAsync(IdentityHost.Anonymous(), secret, IdentityHost.Password)).Invalid("currentPassword");
        (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = "bruno@example.org", password = IdentityHost.Password }))
            .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        // From a device that the account knows, and in its session, its owner goes on.
        var body = new { secret, currentPassword = IdentityHost.Password, deviceToken = bruno.DeviceToken };
        (await IdentityHost.Anonymous().PostAsync("/api/links/acceptances", body)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task G3_give_no_new_guesses_at_the_codes_of_an_authenticator()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        await TestAuthenticator.EnrolAsync(IdentityHost, bruno);
        var secret = await AskAsync(bruno, "bruno@new.example");
        for (var i = 0; i < 4; i++)
            (await SignInAsync("bruno@example.org", "wrong-password")).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await AcceptAsync(IdentityHost.Anonymous(), secret, IdentityHost.Password)).Expect(HttpStatusCode.OK);
        (await SignInAsync("bruno@new.example", IdentityHost.Password)).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");

        Task<Answer> SignInAsync(string email, string password) =>
            IdentityHost.Anonymous().PostAsync("/api/sessions", new { email, password });
    }

    [Fact]
    public async Task G3_about_the_address_that_the_account_has_ask_for_the_same()
    {
        // An administrator mistyped Bruno's address: it is a customer's. Bruno asks for the link, the customer opens it.
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        (await Ada.ChangeAsync(bruno.Account, email: Victims)).Expect(HttpStatusCode.OK);
        var wanted = new { email = Victims, password = IdentityHost.Password };
        (await bruno.PutAsync("/api/accounts/me/email", wanted)).Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Id == bruno.Account);
        var secret = IdentityHost.SecretOf(told.LinkToken);
        Assert.True((await LookUpAsync(IdentityHost.Anonymous(), secret)).Flag("asksForCurrentPassword"));
        (await AcceptAsync(IdentityHost.Anonymous(), secret)).Invalid("currentPassword");
        Assert.False((await bruno.GetAsync("/api/accounts/me")).Flag("emailConfirmed"));
        Assert.DoesNotContain(IdentityHost.Published<AccountChanged>(), x => x.AccountId == bruno.Account && x.EmailConfirmed == true);
    }

    [Fact]
    public async Task G3_of_registrations_make_an_account_of_who_chooses_the_password_and_of_nobody_else()
    {
        var wanted = new { name = "Stranger", email = Victims };
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", wanted)).Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == Victims);
        var secret = IdentityHost.SecretOf(told.LinkToken);
        Assert.Equal((null, false), (told.To.Id, (await LookUpAsync(IdentityHost.Anonymous(), secret)).Flag("asksForCurrentPassword")));
        (await AcceptAsync(IdentityHost.Anonymous(), secret, IdentityHost.Password)).Invalid("password");
        var body = new { secret, password = "eleven-blue-kettles" };
        (await IdentityHost.Anonymous().PostAsync("/api/links/acceptances", body)).Expect(HttpStatusCode.OK);
        await IdentityHost.SignInAsync(Victims, "eleven-blue-kettles");
        (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = Victims, password = IdentityHost.Password }))
            .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Fact]
    public async Task G3_of_a_suspended_account_lead_nowhere_with_its_password_too()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        var secret = await AskAsync(bruno, "bruno@new.example");
        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await AcceptAsync(IdentityHost.Anonymous(), secret, IdentityHost.Password)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    async Task<string> AskAsync(Client owner, string email)
    {
        (await owner.PutAsync("/api/accounts/me/email", new { email, password = IdentityHost.Password })).Expect(HttpStatusCode.Accepted);
        return IdentityHost.SecretOf((await IdentityHost.PublishedAsync<EmailChangeRequested>(x => x.To.Id == owner.Account)).LinkToken);
    }

    async Task UnchangedAsync(Client owner)
    {
        Assert.Equal("Stranger@example.org", (await owner.GetAsync("/api/accounts/me"))["email"]);
        await IdentityHost.WaitUntilIdleAsync();
        var told = IdentityHost.Published<AccountChanged>().Where(x => x.AccountId == owner.Account);
        Assert.DoesNotContain(told, x => x.EmailConfirmed == true || x.Email == Victims);
    }

    static Task<Answer> LookUpAsync(Client client, string secret) => client.PostAsync("/api/links/lookups", new { secret });

    static Task<Answer> AcceptAsync(Client client, string secret, string? currentPassword = null) =>
        client.PostAsync("/api/links/acceptances", new { secret, currentPassword });
}
