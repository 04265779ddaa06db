using System.Net;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class The_first_administrator() : Situation(setUp: false)
{
    static object Request(string code = Helpdesk.SetupCode, string email = Helpdesk.AdminEmail, string password = Helpdesk.Password) => new { code, name = "Ada Admin", email, password, language = "es" };

    [Fact]
    public async Task F5_is_made_with_the_setup_code_and_is_signed_in()
    {
        Assert.True((await Helpdesk.Anonymous().GetAsync("/api/setup")).Expect(HttpStatusCode.OK).Says("needed"));

        var ada = await Helpdesk.SetUpAsync();
        Assert.Equal(["Admin"], (await ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK).Texts("roles"));
        (await ada.GetAsync("/api/accounts")).Expect(HttpStatusCode.OK);
        Assert.False((await Helpdesk.Anonymous().GetAsync("/api/setup")).Expect(HttpStatusCode.OK).Says("needed"));

        var heard = Assert.Single(await Helpdesk.HeardAsync(ada.Account, 1));
        Assert.Equal((1, "Ada Admin", Helpdesk.AdminEmail, "es", true), (heard.Version, heard.Name, heard.Email, heard.Language, heard.Active));
        Assert.Equal(["Admin"], heard.Roles);
    }

    [Fact]
    public async Task F5_there_is_one_even_when_many_try_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Helpdesk.Anonymous().PostAsync("/api/setup", Request(email: $"visitor{i}@example.org"))));

        Assert.Single(answers, x => x.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.Created), x => x.Refused(HttpStatusCode.Conflict, "already-set-up"));
        Assert.Equal(1, await Helpdesk.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task F5_the_setup_stays_closed_when_every_administrator_has_vanished()
    {
        await Helpdesk.SetUpAsync();
        await Helpdesk.ReadAsync(db => db.Users.ExecuteDeleteAsync());

        Assert.False((await Helpdesk.Anonymous().GetAsync("/api/setup")).Expect(HttpStatusCode.OK).Says("needed"));
        (await Helpdesk.Anonymous().PostAsync("/api/setup", Request())).Refused(HttpStatusCode.Conflict, "already-set-up");
        Assert.False(await Helpdesk.ReadAsync(db => db.Users.AnyAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    public async Task F2_is_not_made_while_no_code_is_configured(string? configured)
    {
        await using var helpdesk = await Helpdesk.StartAsync(configured);
        foreach (var code in (string[])[Helpdesk.SetupCode, "Setup:Code"])
            (await helpdesk.Anonymous().PostAsync("/api/setup", Request(code))).Refused(HttpStatusCode.Forbidden, "setup-code-not-configured");
        Assert.False(await helpdesk.ReadAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public async Task F5_is_not_made_with_another_code_or_a_weak_password_and_can_be_made_afterwards()
    {
        (await Helpdesk.Anonymous().PostAsync("/api/setup", Request("ABCD-EFGH-JKLN"))).Refused(HttpStatusCode.Forbidden, "setup-code-wrong");
        (await Helpdesk.Anonymous().PostAsync("/api/setup", Request(Helpdesk.SetupCode[..^1]))).Refused(HttpStatusCode.Forbidden, "setup-code-wrong");
        (await Helpdesk.Anonymous().PostAsync("/api/setup", Request(password: "password1234"))).Invalid("password");
        (await Helpdesk.Anonymous().PostAsync("/api/setup", Request(email: "not an address"))).Invalid("email");
        Assert.False(await Helpdesk.ReadAsync(db => db.Users.AnyAsync()));
        Assert.False(await Helpdesk.ReadAsync(db => db.Installations.AnyAsync()));

        var ada = await Helpdesk.SetUpAsync();
        await Helpdesk.HeardAsync(ada.Account, 1);
        Assert.Single(Helpdesk.Told<AccountChanged>());
    }
}
