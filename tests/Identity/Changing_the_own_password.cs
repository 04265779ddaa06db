using System.Net;
using Helpdesk.Fixtures;

namespace Helpdesk.Identity.Tests;

public sealed class Changing_the_own_password : IdentityTest
{
    const string Next = "eleven-blue-kettles";

    [Fact]
    public async Task AG9_needs_the_current_one_and_ends_the_other_sessions()
    {
        var other = await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
        (await Change(Ada, IdentityHost.Password, Next)).Expect(HttpStatusCode.NoContent);

        (await other.RefreshAsync()).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await other.GetAsync("/api/accounts/me")).Refused(HttpStatusCode.Unauthorized, "session-ended");
        (await Ada.RefreshAsync()).Expect(HttpStatusCode.OK);
        (await IdentityHost.Anonymous().PostAsync(
            "/api/sessions", new { email = IdentityHost.AdminEmail, password = IdentityHost.Password }))
            .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        await IdentityHost.SignInAsync(IdentityHost.AdminEmail, Next);
    }

    [Fact]
    public async Task AG9_is_refused_with_a_wrong_one()
    {
        (await Change(Ada, "not-my-password-at-all", Next)).Invalid("current");
        await IdentityHost.SignInAsync(IdentityHost.AdminEmail);
    }

    [Fact]
    public async Task F17_cannot_be_used_to_guess_it()
    {
        for (var i = 0; i < 5; i++)
            (await Change(Ada, $"guess-number-{i}", Next)).Invalid("current");
        (await Change(Ada, IdentityHost.Password, Next)).Invalid("current");
        IdentityHost.Clock.Advance(TimeSpan.FromMinutes(16));
        (await Change(Ada, IdentityHost.Password, Next)).Expect(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("Contraseña123")]
    [InlineData("i am Admin of this")]
    [InlineData(IdentityHost.Password)]
    public async Task F17_refuses_a_bad_new_one_as_often_as_it_is_tried(string bad)
    {
        for (var i = 0; i < 6; i++)
            (await Change(Ada, IdentityHost.Password, bad)).Invalid("new");
        (await Change(Ada, IdentityHost.Password, Next)).Expect(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_holds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i => (
            Next: $"{Next}-{i}", (await Change(Ada, IdentityHost.Password, $"{Next}-{i}")).Status)));
        await IdentityHost.SignInAsync(IdentityHost.AdminEmail, Assert.Single(answers, x => x.Status == HttpStatusCode.NoContent).Next);
        Assert.All(answers.Where(x => x.Status != HttpStatusCode.NoContent), x => Assert.InRange((int)x.Status, 400, 409));
    }

    static Task<Answer> Change(Client who, string current, string next) =>
        who.PutAsync("/api/accounts/me/password", new { current, @new = next });
}
