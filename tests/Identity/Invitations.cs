using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Links;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class Invitations : IdentityTest
{
    const string Chosen = "eleven-blue-kettles";

    [Fact]
    public async Task AD5_an_account_without_a_password_is_an_invitation_to_choose_one()
    {
        var (bruno, told) = await InviteAsync();
        Assert.True(bruno.Flag("invited"));
        Assert.False(bruno.Flag("emailConfirmed"));
        Assert.Equal(("Bruno", "bruno@example.org", "es", bruno.Id), (told.To.Name, told.To.Email, told.To.Language, told.To.Id));
        Assert.Equal(("Ada Admin", told.IssuedAt.AddHours(72)), (told.IssuedBy.Name, told.ExpiresAt));
        Assert.Equal([AccountRoles.Agent], told.Roles);

        var secret = IdentityHost.SecretOf(told.LinkToken);
        var shown = (await LookUp(secret)).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ("Invitation", "Bruno", "bruno@example.org", "True"),
            (shown["purpose"], shown["name"], shown["email"], shown["asksForPassword"]));
        (await Accept(secret, "password1234")).Invalid("password");
        (await Accept(secret, null)).Invalid("password");
        (await Accept(secret, Chosen)).Expect(HttpStatusCode.OK);

        var signedIn = await IdentityHost.SignInAsync("bruno@example.org", Chosen);
        var me = (await signedIn.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.Equal((false, false, true), (me.Flag("invited"), me.Flag("mustChangePassword"), me.Flag("emailConfirmed")));
        Assert.True((await IdentityHost.AccountChangesAsync(bruno.Id, 2))[1].EmailConfirmed);
    }

    [Fact]
    public async Task AD7_a_link_works_once()
    {
        var secret = IdentityHost.SecretOf((await InviteAsync()).Published.LinkToken);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Accept(secret, Chosen)));
        Assert.Single(answers, x => x.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.OK), x => x.Refused(HttpStatusCode.NotFound, "link-not-valid"));
        (await LookUp(secret)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task AD7_a_link_works_for_72_hours()
    {
        var secret = IdentityHost.SecretOf((await InviteAsync()).Published.LinkToken);
        IdentityHost.Clock.Advance(TimeSpan.FromHours(72) - TimeSpan.FromMinutes(1));
        (await LookUp(secret)).Expect(HttpStatusCode.OK);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(2));
        (await LookUp(secret)).Refused(HttpStatusCode.NotFound, "link-not-valid");
        (await Accept(secret, Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
    }

    [Fact]
    public async Task AD7_a_newer_link_takes_the_place_of_the_older()
    {
        var (bruno, first) = await InviteAsync();
        (await Ada.PostAsync($"/api/accounts/{bruno.Id}/invitations", null)).Expect(HttpStatusCode.Created);
        await Eventually.HoldsAsync(() => IdentityHost.Published<InvitationIssued>().Count == 2);
        var second = IdentityHost.Published<InvitationIssued>().Single(x => x.LinkToken != first.LinkToken);

        (await Accept(IdentityHost.SecretOf(first.LinkToken), Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
        (await Accept(IdentityHost.SecretOf(second.LinkToken), Chosen)).Expect(HttpStatusCode.OK);
        (await Ada.PostAsync($"/api/accounts/{bruno.Id}/invitations", null)).Refused(HttpStatusCode.Conflict, "not-to-be-invited");
    }

    [Fact]
    public async Task AD7_the_database_and_the_event_know_no_secret()
    {
        var told = (await InviteAsync()).Published;
        var secret = IdentityHost.SecretOf(told.LinkToken);
        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain(secret, told.LinkToken, StringComparison.Ordinal);
        Assert.Equal(OneTimeLink.HashOf(secret), await IdentityHost.ReadAsync(db => db.Links.Select(x => x.Hash).SingleAsync()));
    }

    [Fact]
    public async Task AD6_a_suspension_or_another_address_takes_the_link_away()
    {
        var (bruno, told) = await InviteAsync();
        (await Ada.ChangeAsync(bruno.Id, email: "bruno@elsewhere.example")).Expect(HttpStatusCode.OK);
        (await Accept(IdentityHost.SecretOf(told.LinkToken), Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");

        (await Ada.PostAsync($"/api/accounts/{bruno.Id}/invitations", null)).Expect(HttpStatusCode.Created);
        var second = await IdentityHost.PublishedAsync<InvitationIssued>(x => x.To.Email == "bruno@elsewhere.example");
        (await Ada.PutAsync($"/api/accounts/{bruno.Id}/suspension")).Expect(HttpStatusCode.NoContent);
        (await Accept(IdentityHost.SecretOf(second.LinkToken), Chosen)).Refused(HttpStatusCode.NotFound, "link-not-valid");
        (await Ada.PostAsync($"/api/accounts/{bruno.Id}/invitations", null)).Refused(HttpStatusCode.Conflict, "not-to-be-invited");
    }

    [Fact]
    public async Task AG10_nobody_signs_in_before_choosing_a_password()
    {
        await InviteAsync();
        foreach (var password in (string[])["", " ", "null", Client.FirstPassword])
            Assert.InRange(
                (int)(await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = "bruno@example.org", password })).Status, 400,
                401);
    }

    [Theory]
    [InlineData("""{"secret":"made-up","password":"eleven-blue-kettles"}""", 404)]
    [InlineData("""{"secret":"","password":"eleven-blue-kettles"}""", 400)]
    [InlineData("""{"secret":null}""", 400)]
    [InlineData("""{"password":"eleven-blue-kettles"}""", 400)]
    [InlineData("""{"secret":5}""", 400)]
    public async Task F17_a_secret_that_is_none_is_refused(string body, int status) =>
        (await IdentityHost.Anonymous().PostAsync("/api/links/acceptances", body)).Expect((HttpStatusCode)status);

    [Fact]
    public async Task SE2_are_sent_by_administrators_only()
    {
        var (bruno, _) = await InviteAsync();
        var agent = await IdentityHost.MemberAsync(Ada, "Cleo", AccountRoles.Agent, AccountRoles.Dispatcher);
        foreach (var path in (string[])["invitations", "password-resets"])
        {
            (await agent.PostAsync($"/api/accounts/{bruno.Id}/{path}", null)).Refused(HttpStatusCode.Forbidden, "not-allowed");
            (await IdentityHost.Anonymous().PostAsync($"/api/accounts/{bruno.Id}/{path}", null))
                .Refused(HttpStatusCode.Unauthorized, "not-signed-in");
            (await Ada.PostAsync($"/api/accounts/{Guid.CreateVersion7()}/{path}", null)).Refused(HttpStatusCode.NotFound, "not-found");
        }
    }

    [Fact]
    public async Task N11_a_host_that_dies_after_the_commit_has_kept_the_answers_to_who_makes_and_invites_and_helps()
    {
        async Task<Answer> SendAsync(string path, object? body, FormattableString writers)
        {
            var answer = (await Ada.SendAsync(HttpMethod.Post, path, body, ("Idempotency-Key", Guid.NewGuid().ToString())))
                .Expect(HttpStatusCode.Created);
            Assert.True(await IdentityHost.ReadAsync(db => db.LastIsStoredWithAsync(writers)));
            return answer;
        }

        var bruno = await SendAsync(
            "/api/accounts", new { name = "Bruno", email = "bruno@example.org", language = "es", roles = new[] { AccountRoles.Agent } },
            $"select xmin::text as \"Value\" from account");
        await SendAsync($"/api/accounts/{bruno.Id}/invitations", null, $"select xmin::text as \"Value\" from one_time_link");
        await SendAsync($"/api/accounts/{bruno.Id}/password-resets", null, $"select xmin::text as \"Value\" from one_time_link");
    }

    async Task<(Answer Account, InvitationIssued Published)> InviteAsync()
    {
        var bruno = (await Ada.PostAsync(
            "/api/accounts", new { name = "Bruno", email = "bruno@example.org", language = "es", roles = new[] { AccountRoles.Agent } }))
            .Expect(HttpStatusCode.Created);
        return (bruno, await IdentityHost.PublishedAsync<InvitationIssued>(x => x.To.Id == bruno.Id));
    }

    Task<Answer> LookUp(string secret) => IdentityHost.Anonymous().PostAsync("/api/links/lookups", new { secret });

    Task<Answer> Accept(string secret, string? password) =>
        IdentityHost.Anonymous().PostAsync("/api/links/acceptances", new { secret, password });
}
