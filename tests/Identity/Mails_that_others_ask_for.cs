using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class Mails_that_others_ask_for : IdentityTest
{
    [Fact]
    public async Task G2_for_tags_of_an_address_that_nobody_has_keep_no_mail_from_its_owner_hour_after_hour()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            for (var i = 1; i <= 6; i++)
                await RequestResetAsync($"ada+{i}@example.org");
            await RequestResetAsync("ADA+x@EXAMPLE.org");
            await IdentityHost.WaitUntilIdleAsync();
            await RequestResetAsync(IdentityHost.AdminEmail);
            var sent = hour + 1;
            await Eventually.HoldsAsync(() => IdentityHost.Published<PasswordResetRequested>().Count == sent);
            IdentityHost.Clock.Advance(TimeSpan.FromMinutes(20));
        }
    }

    [Fact]
    public async Task G2_for_a_suspended_account_or_nobody_count_for_nothing()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        (await Ada.PutAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        for (var i = 0; i < 5; i++)
            await RequestResetAsync("bruno@example.org");
        await IdentityHost.WaitUntilIdleAsync();
        (await Ada.DeleteAsync($"/api/accounts/{bruno.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        await RequestResetAsync("bruno@example.org");
        await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == bruno.Account);
    }

    [Theory]
    [InlineData("00:05:00")]
    [InlineData("00:20:00")]
    [InlineData("01:00:00")]
    [InlineData("23:00:00")]
    public async Task G2_when_no_more_are_sent_leave_one_link_that_works_until_the_next(string lifetime)
    {
        IdentityHost.Clock.Stop();
        (await Ada.ChangeSettingsAsync(new { passwordResetFor = lifetime })).Expect(HttpStatusCode.OK);
        for (var i = 0; i < 3; i++)
        {
            await RequestResetAsync(IdentityHost.AdminEmail);
            var sent = i + 1;
            await Eventually.HoldsAsync(() => IdentityHost.Published<PasswordResetRequested>().Count == sent);
            IdentityHost.Clock.Advance(TimeSpan.FromMinutes(7));
        }

        // Whoever goes on asking ends nothing.
        for (var minute = 21; minute < 59; minute += 19)
        {
            await RequestResetAsync("ADA@example.ORG");
            await IdentityHost.WaitUntilIdleAsync();
            IdentityHost.Clock.Advance(TimeSpan.FromMinutes(19));
        }

        Assert.Equal(3, IdentityHost.Published<PasswordResetRequested>().Count);
        var last = IdentityHost.Published<PasswordResetRequested>().MaxBy(x => x.RequestedAt)!;
        (await LookUpAsync(last.LinkToken)).Expect(HttpStatusCode.OK);
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromMilliseconds(1));
        (await LookUpAsync(last.LinkToken)).Expect(HttpStatusCode.OK);
        IdentityHost.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await RequestResetAsync(IdentityHost.AdminEmail);
        await Eventually.HoldsAsync(() => IdentityHost.Published<PasswordResetRequested>().Count == 4);
    }

    [Fact]
    public async Task G2_go_to_each_account_of_one_person_by_itself()
    {
        var work = await MakeAsync("ada+work@example.org");
        for (var i = 0; i < 5; i++)
            await RequestResetAsync("ada+work@example.org");
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(3, IdentityHost.Published<PasswordResetRequested>().Count(x => x.To.Id == work));
        await RequestResetAsync(IdentityHost.AdminEmail);
        await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == Ada.Account);
    }

    [Theory]
    [InlineData("target@example.org", "Target@EXAMPLE.org", "ｔarget@example.org", "target+1@example.org", "tar\u00ADget+2@example.org")]
    [InlineData("target@español.example", "target@xn--espaol-zwa.example", "target+a@ESPAÑOL.example", "target+b@español.example.")]
    [InlineData("target@bombed.example", "target@ｂombed.example", "\"target\"@bombed.example", "target+x@bombed.example")]
    public async Task G2_do_not_bomb_a_mailbox_that_nobody_has_confirmed_however_it_is_spelled(params string[] spellings)
    {
        foreach (var email in spellings.Concat(spellings))
            await IdentityHost.Anonymous().PostAsync("/api/registrations", new { name = "Target", email });
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(3, IdentityHost.Published<EmailConfirmationRequested>().Count(x => x.To.Name == "Target"));
    }

    [Fact]
    public async Task G2_of_several_accounts_that_want_one_address_are_counted_together_and_keep_none_from_another()
    {
        var members = new List<Client>();
        for (var i = 0; i < 3; i++)
            members.Add(await IdentityHost.MemberAsync(Ada, $"Member {i}", AccountRoles.Customer));
        foreach (var (member, i) in members.SelectMany(x => new[] { 1, 2 }.Select(i => (x, i))))
            await WantAsync(member, $"target+{i}@new.example");
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(3, IdentityHost.Published<EmailChangeRequested>().Count);
        // What was not sent was not counted for who asked: each has some left of their own.
        foreach (var member in members)
            await WantAsync(member, $"{member.Account:N}@new.example");
        await Eventually.HoldsAsync(() => IdentityHost.Published<EmailChangeRequested>().Count == 6);
    }

    [Fact]
    public async Task G2_about_an_address_that_is_anothers_do_not_bomb_its_owner()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Customer);
        var cleo = await IdentityHost.MemberAsync(Ada, "Cleo", AccountRoles.Customer);
        foreach (var member in (Client[])[bruno, cleo, bruno, cleo, bruno, cleo])
            await WantAsync(member, IdentityHost.AdminEmail);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(3, IdentityHost.Published<RegistrationRepeated>().Count(x => x.To.Id == Ada.Account));
    }

    [Fact]
    public async Task G2_many_at_once_are_three_and_the_last_of_them_works()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => RequestResetAsync(IdentityHost.AdminEmail)));
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Equal(3, IdentityHost.Published<PasswordResetRequested>().Count);
        var works = 0;
        foreach (var told in IdentityHost.Published<PasswordResetRequested>())
            works += (await LookUpAsync(told.LinkToken)).Status == HttpStatusCode.OK ? 1 : 0;
        Assert.Equal(1, works);
    }

    async Task<Guid> MakeAsync(string email)
    {
        var account = new { name = "Someone", email, password = Client.FirstPassword, roles = new[] { AccountRoles.Customer } };
        return (await Ada.PostAsync("/api/accounts", account)).Expect(HttpStatusCode.Created).Id;
    }

    async Task RequestResetAsync(string email) =>
        (await IdentityHost.Anonymous().PostAsync("/api/password-resets", new { email })).Expect(HttpStatusCode.Accepted);

    async Task WantAsync(Client member, string email)
    {
        (await member.PutAsync("/api/accounts/me/email", new { email, password = IdentityHost.Password })).Expect(HttpStatusCode.Accepted);
        await IdentityHost.WaitUntilIdleAsync();
    }

    Task<Answer> LookUpAsync(string token) =>
        IdentityHost.Anonymous().PostAsync("/api/links/lookups", new { secret = IdentityHost.SecretOf(token) });
}
