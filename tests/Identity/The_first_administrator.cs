using System.Net;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class The_first_administrator() : IdentityTest(setUp: false)
{
    static object Request(
        string code = IdentityHost.SetupCode, string email = IdentityHost.AdminEmail, string password = IdentityHost.Password) =>
        new { code, name = "Ada Admin", email, password, language = "es" };

    [Fact]
    public async Task F5_is_made_with_the_setup_code_and_is_signed_in()
    {
        Assert.True((await IdentityHost.Anonymous().GetAsync("/api/setup")).Expect(HttpStatusCode.OK).Flag("needed"));

        var ada = await IdentityHost.SetUpAsync();
        Assert.Equal(["Admin"], (await ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK).Strings("roles"));
        (await ada.GetAsync("/api/accounts")).Expect(HttpStatusCode.OK);
        Assert.False((await IdentityHost.Anonymous().GetAsync("/api/setup")).Expect(HttpStatusCode.OK).Flag("needed"));

        var heard = Assert.Single(await IdentityHost.AccountChangesAsync(ada.Account, 1));
        Assert.Equal(
            (1, "Ada Admin", IdentityHost.AdminEmail, "es", true), (heard.Version, heard.Name, heard.Email, heard.Language, heard.Active));
        Assert.Equal(["Admin"], heard.Roles);
    }

    [Fact]
    public async Task F5_there_is_one_even_when_many_try_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => IdentityHost.Anonymous().PostAsync(
            "/api/setup", Request(email: $"visitor{i}@example.org"))));

        Assert.Single(answers, x => x.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.Created), x => x.Refused(HttpStatusCode.Conflict, "already-set-up"));
        Assert.Equal(1, await IdentityHost.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task F5_the_setup_stays_closed_when_every_administrator_has_vanished()
    {
        await IdentityHost.SetUpAsync();
        await IdentityHost.ReadAsync(db => db.Users.ExecuteDeleteAsync());

        Assert.False((await IdentityHost.Anonymous().GetAsync("/api/setup")).Expect(HttpStatusCode.OK).Flag("needed"));
        (await IdentityHost.Anonymous().PostAsync("/api/setup", Request())).Refused(HttpStatusCode.Conflict, "already-set-up");
        Assert.False(await IdentityHost.ReadAsync(db => db.Users.AnyAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public async Task F2_is_not_made_while_no_code_is_configured(string? configured)
    {
        await using var host = await IdentityHost.StartAsync(configured);
        foreach (var code in (string[])[IdentityHost.SetupCode, "Setup:Code"])
            (await host.Anonymous().PostAsync("/api/setup", Request(code))).Refused(HttpStatusCode.Forbidden, "setup-code-not-configured");
        Assert.False(await host.ReadAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task F5_is_not_made_with_another_code_or_a_weak_password_and_can_be_made_afterwards()
    {
        (await IdentityHost.Anonymous().PostAsync("/api/setup", Request("ABCD-EFGH-JKLN")))
            .Refused(HttpStatusCode.Forbidden, "setup-code-wrong");
        (await IdentityHost.Anonymous().PostAsync("/api/setup", Request(IdentityHost.SetupCode[..^1])))
            .Refused(HttpStatusCode.Forbidden, "setup-code-wrong");
        (await IdentityHost.Anonymous().PostAsync("/api/setup", Request(password: "password1234"))).Invalid("password");
        (await IdentityHost.Anonymous().PostAsync("/api/setup", Request(email: "not an address"))).Invalid("email");
        Assert.False(await IdentityHost.ReadAsync(db => db.Users.AnyAsync()));
        Assert.False(await IdentityHost.ReadAsync(db => db.Installations.AnyAsync()));

        var ada = await IdentityHost.SetUpAsync();
        await IdentityHost.AccountChangesAsync(ada.Account, 1);
        Assert.Single(IdentityHost.Published<AccountChanged>());
    }
}
