using System.Net;
using System.Text;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Accounts;
using Helpdesk.Identity.Passwords;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class Passwords_from_any_keyboard : IdentityTest
{
    const string Composed = "cigüeña-número-una-canción";
    const string Next = "ñandú-veloz-según-él";

    public static TheoryData<string> Forms =>
        [Composed, Apart(Composed), "cig" + Apart("ü") + "eña-número-una-canci" + Apart("ó") + "n"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task G15_are_right_in_each_form_at_each_door(string chosen)
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Customer);
        (await Ada.ChangeAsync(bruno.Id, password: chosen)).Expect(HttpStatusCode.OK);
        foreach (var typed in Forms)
        {
            var signedIn = await IdentityHost.SignInAsync("bruno@example.org", typed.Data);
            (await ChangeAsync(signedIn, typed.Data, Apart(Composed))).Invalid("new");
            (await signedIn.PostAsync("/api/sessions/current/confirmation", new { password = typed.Data })).Expect(HttpStatusCode.OK);
            (await ChangeAsync(signedIn, typed.Data, Apart(Next))).Expect(HttpStatusCode.NoContent);
            signedIn = await IdentityHost.SignInAsync("bruno@example.org", Next);
            (await ChangeAsync(signedIn, Apart(Next), chosen)).Expect(HttpStatusCode.NoContent);
        }

        static Task<Answer> ChangeAsync(Client bruno, string current, string chosen) =>
            bruno.PutAsync("/api/accounts/me/password", new { current, @new = chosen });
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task G15_are_right_in_each_form_that_was_chosen_behind_a_link(string chosen)
    {
        var wanted = new { name = "Carla", email = "carla@mail.example" };
        (await IdentityHost.Anonymous().PostAsync("/api/registrations", wanted)).Expect(HttpStatusCode.Accepted);
        var told = await IdentityHost.PublishedAsync<EmailConfirmationRequested>(x => x.To.Email == "carla@mail.example");
        var body = new { secret = IdentityHost.SecretOf(told.LinkToken), password = chosen };
        (await IdentityHost.Anonymous().PostAsync("/api/links/acceptances", body)).Expect(HttpStatusCode.OK);
        foreach (var typed in Forms)
            await IdentityHost.SignInAsync("carla@mail.example", typed.Data);
    }

    [Fact]
    public async Task G15_take_as_long_to_refuse_for_nobody_as_for_somebody()
    {
        await Ada.CreateAsync("Bruno", AccountRoles.Customer);
        var (checks, decoys) = (IdentityHost.Hasher.Checks, IdentityHost.Hasher.Decoys);
        (await SignInAsync(Apart("contraseña-equivocada"))).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        (await SignInAsync(Apart("contraseña-equivocada"), "nobody@example.org")).Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
        Assert.Equal((1, 1), (IdentityHost.Hasher.Checks - checks, IdentityHost.Hasher.Decoys - decoys));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public async Task G15_are_counted_in_their_normalised_form(int length, bool taken)
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Customer);
        var typed = Apart(string.Concat(Enumerable.Range(0, length).Select(i => "áéíóúñüÁÉÍÓÚ"[i * 7 % 12])));
        Assert.Equal(2 * length, typed.Length);
        var answer = await Ada.ChangeAsync(bruno.Id, password: typed);
        if (!taken)
        {
            answer.Invalid("password");
            return;
        }

        answer.Expect(HttpStatusCode.OK);
        await IdentityHost.SignInAsync("bruno@example.org", typed);
    }

    [Theory]
    [InlineData("ñandú-según", false)] // 11 letters, more signs when accents count
    [InlineData("ñandú-segúne", true)]
    [InlineData("Contraseña2026", false)]
    public void G15_are_judged_in_their_normalised_form(string password, bool good)
    {
        var account = Account.Create("Bruno", "bdiaz@example.org", "es", [], default);
        Assert.Equal(good, PasswordPolicy.IsAcceptable(account, Apart(password), "Soporte", out _));
        Assert.Equal(good, PasswordPolicy.IsAcceptable(account, password, "Soporte", out _));
    }

    [Theory]
    [InlineData("\"ab\\ud800cdefghijklmn\"")]
    [InlineData("\"\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\\udc00\"")]
    public async Task G15_of_half_signs_are_refused(string password)
    {
        var body = $$"""{"email":"{{IdentityHost.AdminEmail}}","password":{{password}}}""";
        Assert.InRange((int)(await IdentityHost.Anonymous().PostAsync("/api/sessions", body)).Status, 400, 401);
    }

    Task<Answer> SignInAsync(string password, string email = "bruno@example.org") =>
        IdentityHost.Anonymous().PostAsync("/api/sessions", new { email, password });

    static string Apart(string text) => text.Normalize(NormalizationForm.FormD);
}
