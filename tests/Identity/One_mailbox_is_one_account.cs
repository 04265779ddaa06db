using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Formats;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class One_mailbox_is_one_account : IdentityTest
{
    const string Canonical = "bruno@xn--espaol-zwa.example";

    public static TheoryData<string> Spellings =>
    [
        "BRUNO@ESPAÑOL.EXAMPLE", Canonical, "Bruno@espan\u0303ol.example", "bruno@español.example.", "ｂruno@ｅspañol．example",
        "bru\u00ADno@espa\u00ADñol.example", " bruno@español.example ",
    ];

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task G1_however_its_address_is_spelled(string spelled)
    {
        var bruno = await MakeAsync("bruno@español.example");
        Assert.Equal(Canonical, (await IdentityHost.AccountChangesAsync(bruno, 1))[0].CanonicalEmail);
        Assert.Equal(bruno, (await IdentityHost.SignInAsync(spelled, Client.FirstPassword)).Account);

        (await Ada.PostAsync("/api/accounts", Account(spelled))).Refused(HttpStatusCode.Conflict, "email-taken");
        var cleo = await Ada.CreateAsync("Cleo", AccountRoles.Customer);
        (await Ada.ChangeAsync(cleo.Id, email: spelled)).Refused(HttpStatusCode.Conflict, "email-taken");
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", new { name = "Eve", email = spelled }))
            .Expect(HttpStatusCode.Accepted);
        await IdentityHost.PublishedAsync<RegistrationRepeated>(x => x.To.Id == bruno);
        (await IdentityHost.Anonymous().PostAsync("/api/password-resets", new { email = spelled })).Expect(HttpStatusCode.Accepted);
        await IdentityHost.PublishedAsync<PasswordResetRequested>(x => x.To.Id == bruno);
        var wanted = new { email = spelled, password = IdentityHost.Password };
        (await Ada.PutAsync("/api/accounts/me/email", wanted)).Expect(HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(() => IdentityHost.Published<RegistrationRepeated>().Count(x => x.To.Id == bruno) == 2);
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Empty(IdentityHost.Published<EmailChangeRequested>());

        var found = (await Ada.GetAsync($"/api/accounts?q={Uri.EscapeDataString(spelled)}")).Expect(HttpStatusCode.OK);
        Assert.Equal("bruno@español.example", Assert.Single(found.Items.EnumerateArray()).GetProperty("email").GetString());
    }

    [Theory]
    [MemberData(nameof(Spellings))]
    public async Task G1_guesses_at_any_spelling_are_counted_together(string spelled)
    {
        await MakeAsync("bruno@español.example");
        for (var i = 0; i < 5; i++)
        {
            (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = spelled, password = $"guess-{i}" }))
                .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        }

        (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = Canonical, password = Client.FirstPassword }))
            .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Theory]
    [InlineData("bruno@institute.example", "bruno@İnstitute.example")]
    [InlineData("bruno@institute.example", "brunо@institute.example")] // a Cyrillic o
    [InlineData("bruno@institute.example", "bruno@ınstitute.example")]
    [InlineData("brunos@strasse.example", "bruno\u017F@strasse.example")]
    [InlineData("josé@example.org", "JOSÉ@example.org")] // folded in ASCII only
    public async Task G1_what_only_looks_alike_is_another_mailbox_or_none(string owner, string alike)
    {
        var id = await MakeAsync(owner);
        var canonical = (await IdentityHost.AccountChangesAsync(id, 1))[0].CanonicalEmail;
        Assert.False(EmailAddress.TryParse(alike, out var address) && address.Canonical == canonical);
        (await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email = alike, password = Client.FirstPassword }))
            .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        var registered = await IdentityHost.Anonymous().PostAsync("/api/registrations", new { name = "Eve", email = alike });
        await IdentityHost.WaitUntilIdleAsync();
        Assert.Empty(IdentityHost.Published<RegistrationRepeated>());
        var mailed = IdentityHost.Published<EmailConfirmationRequested>().Any(x => x.To.Email == alike);
        Assert.Equal(registered.Status == HttpStatusCode.Accepted, mailed);
    }

    [Theory]
    [InlineData("\"target\"@example.org")]
    [InlineData("bruno@[127.0.0.1]")]
    [InlineData("bru\u202Eno@example.org")]
    [InlineData("bruno@exa\u200Bmple.org")]
    [InlineData("bruno@example")]
    [InlineData("bruno@@example.org")]
    [InlineData("bruno@example.org, eve@example.org")]
    public async Task G1_what_is_no_address_is_refused_at_each_door_and_signs_in_nobody(string email)
    {
        (await Ada.PostAsync("/api/accounts", Account(email))).Invalid("email");
        (await Ada.ChangeAsync(Ada.Account, email: email)).Invalid("email");
        (await Ada.PutAsync("/api/accounts/me/email", new { email, password = IdentityHost.Password })).Invalid("email");
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", new { name = "Eve", email })).Invalid("email");
        (await IdentityHost.Anonymous().PostAsync("/api/password-resets", new { email })).Invalid("email");
        var decoys = IdentityHost.Hasher.Decoys;
        var refused = await IdentityHost.Anonymous().PostAsync("/api/sessions", new { email, password = Client.FirstPassword });
        refused.Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        // A password was checked all the same: neither answer nor time is another.
        Assert.Equal(decoys + 1, IdentityHost.Hasher.Decoys);
    }

    [Fact]
    public async Task G1_another_spelling_is_shown_and_changes_nothing_else()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        await ConfirmAsync(bruno.Account);
        var changed = (await Ada.ChangeAsync(bruno.Account, email: "BRUNO@Example.Org")).Expect(HttpStatusCode.OK);
        Assert.Equal(("BRUNO@Example.Org", true), (changed["email"], changed.Flag("emailConfirmed")));
        await IdentityHost.WaitUntilIdleAsync();
        Assert.DoesNotContain(IdentityHost.Published<AccountSecurityChanged>(), x => x.Change == AccountSecurityChange.EmailChanged);
    }

    [Fact]
    public async Task G1_a_form_that_is_much_longer_than_what_was_typed_fits()
    {
        var label = string.Concat(Enumerable.Range(0, 14).Select(i => (char)((i % 2 == 0 ? 0x4E00 : 0xAC00) + (i * 700))));
        var email = $"{new string('b', 45)}@{string.Join('.', Enumerable.Range(0, 5).Select(i => label[i..] + label[..i]))}";
        Assert.InRange(email.Length, 1, Api.Accounts.AccountLimits.Email);
        Assert.InRange(EmailAddress.CanonicalOf(email).Length, 257, EmailAddress.MaxCanonicalLength);
        var id = await MakeAsync(email);
        Assert.Equal(id, (await IdentityHost.SignInAsync(email, Client.FirstPassword)).Account);
    }

    [Fact]
    public async Task G1_of_many_spellings_at_once_one_becomes_an_account()
    {
        var answers = await Task.WhenAll(Spellings.Select(x => Ada.PostAsync("/api/accounts", Account(x.Data))));
        Assert.Single(answers, x => x.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.Created), x => x.Refused(HttpStatusCode.Conflict, "email-taken"));
    }

    [Fact]
    public async Task G1_two_registrations_of_one_mailbox_make_one_account()
    {
        foreach (var email in (string[])["bruno@español.example", Canonical])
            (await IdentityHost.Anonymous().PostAsync("/api/registrations", new { name = "Bruno", email })).Expect(HttpStatusCode.Accepted);
        await IdentityHost.WaitUntilIdleAsync();
        var told = IdentityHost.Published<EmailConfirmationRequested>().Where(x => x.To.Name == "Bruno");
        var answers = new List<HttpStatusCode>();
        foreach (var secret in told.Select(x => IdentityHost.SecretOf(x.LinkToken)))
        {
            var accepted = await IdentityHost.Anonymous()
                .PostAsync("/api/links/acceptances", new { secret, password = "eleven-blue-kettles" });
            answers.Add(accepted.Status);
        }

        // The newer took the place of the older.
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], answers.Order());
    }

    async Task<Guid> MakeAsync(string email) => (await Ada.PostAsync("/api/accounts", Account(email))).Expect(HttpStatusCode.Created).Id;

    static object Account(string email) => new { name = "Bruno", email, password = Client.FirstPassword,
        roles = new[] { AccountRoles.Customer } };

    async Task ConfirmAsync(Guid id)
    {
        await using var db = IdentityHost.Open();
        await db.Users.Where(x => x.Id == id).ExecuteUpdateAsync(x => x.SetProperty(y => y.EmailConfirmed, true), Stop);
    }
}
