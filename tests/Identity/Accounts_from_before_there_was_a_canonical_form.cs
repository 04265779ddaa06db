using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Identity.Tests;

public sealed class Accounts_from_before_there_was_a_canonical_form : IdentityTest
{
    [Theory]
    [InlineData("Bruno@Example.ORG", "bruno@example.org")]
    [InlineData("ana@español.example", "ana@xn--espaol-zwa.example")]
    [InlineData("JOSÉ@MAIL.example.", "josÉ@mail.example")]
    [InlineData("bea+tickets@mail.example", "bea+tickets@mail.example")]
    public async Task G1_are_found_by_it_and_told_again(string typed, string canonical)
    {
        var id = await BeforeAsync("Bruno", typed);
        await BringOverAsync();
        var heard = (await IdentityHost.AccountChangesAsync(id, 2))[1];
        Assert.Equal((typed, canonical, 2, true), (heard.Email, heard.CanonicalEmail, heard.Version, heard.Active));
        await IdentityHost.SignInAsync(canonical, Client.FirstPassword);
        await IdentityHost.SignInAsync(typed, Client.FirstPassword);
        (await Ada.PostAsync("/api/accounts", new { name = "Eve", email = canonical, roles = new[] { AccountRoles.Customer } }))
            .Refused(HttpStatusCode.Conflict, "email-taken");
    }

    [Fact]
    public async Task G1_that_are_one_mailbox_leave_it_to_the_older_and_the_newer_is_named_in_a_warning()
    {
        var older = await BeforeAsync("Ana Uno", "ana@español.example");
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(1));
        var newer = await BeforeAsync("Ana Dos", "ana@xn--espaol-zwa.example", confirmed: true);
        var session = await SessionBeforeAsync(newer);
        await BringOverAsync();

        Assert.Equal("ana@xn--espaol-zwa.example", (await IdentityHost.AccountChangesAsync(older, 2))[1].CanonicalEmail);
        var heard = (await IdentityHost.AccountChangesAsync(newer, 2))[1];
        Assert.NotEqual("ana@xn--espaol-zwa.example", heard.CanonicalEmail);
        Assert.Equal((false, false), (heard.Active, heard.EmailConfirmed));
        await IdentityHost.PublishedAsync<AccessRevoked>(x => x.AccountId == newer);
        Assert.Single(IdentityHost.Log.All, x => x.Text.Contains(newer.ToString(), StringComparison.Ordinal));
        Assert.Equal(older, (await IdentityHost.SignInAsync("ana@xn--espaol-zwa.example", Client.FirstPassword)).Account);
        Assert.NotNull(await IdentityHost.ReadAsync(db => db.Sessions.Where(x => x.Id == session).Select(x => x.RevokedAt).SingleAsync()));

        // Whatever is typed, and also when somebody lifts the suspension, nobody comes in before it has another address.
        foreach (var email in (string[])[newer.ToString(), $" {newer}", heard.CanonicalEmail!])
        {
            (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email, password = Client.FirstPassword }))
                .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        }

        (await Ada.DeleteAsync($"/api/accounts/{newer}/suspension")).Refused(HttpStatusCode.Conflict, "email-taken");
        (await Ada.ChangeAsync(newer, name: "Ana Tres")).Refused(HttpStatusCode.Conflict, "email-taken");
        (await Ada.ChangeAsync(newer, email: "ana.dos@mail.example")).Expect(HttpStatusCode.OK);
        (await Ada.DeleteAsync($"/api/accounts/{newer}/suspension")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(newer, (await IdentityHost.SignInAsync("ana.dos@mail.example", Client.FirstPassword)).Account);
    }

    [Fact]
    public async Task G1_with_what_is_no_address_any_more_are_found_by_just_that()
    {
        var id = await BeforeAsync("Root", "Root@localhost");
        await BringOverAsync();
        Assert.Equal("Root@localhost", (await IdentityHost.AccountChangesAsync(id, 2))[1].CanonicalEmail);
        Assert.Equal(id, (await IdentityHost.SignInAsync("Root@localhost", Client.FirstPassword)).Account);
    }

    [Fact]
    public async Task G1_are_brought_over_once_and_many_of_them_in_turn()
    {
        await using (var db = IdentityHost.Open())
        {
            await db.Database.ExecuteSqlAsync($"""
                insert into account (id, name, language, roles, created_at, must_change_password, known_device_failed_count,
                    authenticator_step,
                    version, email_confirmed, access_failed_count, email, user_name)
                select gen_random_uuid(), 'P', 'en', array['Customer'], now(), false, 0, 0, 1, true, 0, 'P' || i || '@Mail.example', i
                from generate_series(1, 450) as i
                """, Stop);
        }

        await BringOverAsync();
        await BringOverAsync();
        await Eventually.HoldsAsync(() => IdentityHost.Published<AccountChanged>().Count(x => x.Name == "P") >= 450);
        await IdentityHost.WaitUntilIdleAsync();
        var told = IdentityHost.Published<AccountChanged>().Where(x => x.Name == "P").ToList();
        Assert.Equal(450, told.Count);
        Assert.All(told, x => Assert.Equal((x.Email.ToLowerInvariant(), 2, true), (x.CanonicalEmail, x.Version, x.EmailConfirmed)));
    }

    [Fact]
    public async Task G12_whose_name_nobody_sees_are_called_by_their_address()
    {
        var id = await BeforeAsync("\u200B\u202E", "bruno@mail.example");
        await BringOverAsync();
        Assert.Equal("bruno", (await IdentityHost.AccountChangesAsync(id, 2))[1].Name);
    }

    [Fact]
    public async Task G1_links_that_are_open_work_on()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        (await IdentityHost.Anonymous().PostAsync("/api/password-resets", new { email = "bruno@example.org" }))
            .Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == bruno.Account);
        await using (var db = IdentityHost.Open())
        {
            await db.Database.ExecuteSqlAsync($"update account set normalized_email = null, normalized_user_name = null", Stop);
            await db.Database.ExecuteSqlAsync($"update one_time_link set normalized_email = upper(email)", Stop);
        }

        await BringOverAsync();
        var secret = IdentityHost.SecretOf(told.LinkToken);
        var accepted = await IdentityHost.Anonymous().PostAsync("/api/links/acceptances", new { secret, password = "eleven-blue-kettles" });
        accepted.Expect(HttpStatusCode.OK);
    }

    /// <summary>An account as the last version left it after the migrations.</summary>
    async Task<Guid> BeforeAsync(string name, string email, bool confirmed = false)
    {
        var id = (await Ada.CreateAsync($"Someone {Guid.NewGuid():N}", AccountRoles.Customer)).Id;
        await using var db = IdentityHost.Open();
        await db.Database.ExecuteSqlAsync($"""
            update account set name = {name}, email = {email}, user_name = {email}, email_confirmed = {confirmed}, normalized_email = null,
                normalized_user_name = null, must_change_password = false where id = {id}
            """, Stop);
        return id;
    }

    async Task<Guid> SessionBeforeAsync(Guid account)
    {
        var id = Guid.CreateVersion7();
        await using var db = IdentityHost.Open();
        db.Add(new Sessions.Session
        {
            Id = id,
            AccountId = account,
            StartedAt = IdentityHost.Clock.GetUtcNow(),
            AuthenticatedAt = IdentityHost.Clock.GetUtcNow(),
            LastUsedAt = IdentityHost.Clock.GetUtcNow(),
            ExpiresAt = IdentityHost.Clock.GetUtcNow().AddDays(7),
        });
        await db.SaveChangesAsync(Stop);
        return id;
    }

    async Task BringOverAsync()
    {
        foreach (var migration in IdentityHost.Services.GetServices<DatabaseMigration>())
            await migration.Apply(IdentityHost.Services, Stop);
    }
}
