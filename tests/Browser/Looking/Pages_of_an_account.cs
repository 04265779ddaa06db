using System.Net;
using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Looking;

/// <summary>Each page behind a sign-in, and the way there.</summary>
public sealed class Pages_of_an_account(CommonSystem system)
{
    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Are_for_everybody_complain_of_nothing_and_ask_nobody_else(string language)
    {
        await using var visit = await system.VisitAsync(new(language, LessMotion: true));
        var inspection = await Inspection.BeginAsync(visit);
        var person = new Person(system, Person.NewEmail());
        await ArriveAsync(visit, inspection, person);
        await TicketsAsync(visit, inspection, person);
        await AccountAsync(visit, inspection);
        await SecondStepAsync(visit, inspection, person);
        inspection.ExpectNoFaults(system.Address);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Of_the_staff_are_so_too(string language)
    {
        await using var visit = await system.VisitAsync(new(language, LessMotion: true));
        var inspection = await Inspection.BeginAsync(visit);
        var agent = new Person(system, Person.NewEmail());
        (await system.Admin.PostAsync("/api/accounts",
            new { name = "Ana Agent", email = agent.Email, password = agent.Password, language, roles = new[] { "Agent" } }))
            .Expect(HttpStatusCode.Created);
        await visit.GoAsync("/sign-in");
        await agent.GiveAsync(visit, agent.Password);
        await visit.ExpectHeading().ToHaveTextAsync(visit.Words("Elige tu propia contraseña", "Choose your own password"));
        await inspection.OfAsync("password-must");
        await visit.Page.Locator("#current").FillAsync(agent.Password);
        await visit.Page.Locator("#new").FillAsync("Two-lanterns-and-a-bell-4");
        await visit.SubmitAsync();
        await visit.ExpectHeading().ToHaveTextAsync(visit.Words("Mis tickets", "My tickets"));
        await inspection.OfAsync("mine-staff");
        inspection.ExpectNoFaults(system.Address);
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task That_a_mail_leads_to_are_so_too(string language)
    {
        await using var visit = await system.VisitAsync(new(language, LessMotion: true));
        var inspection = await Inspection.BeginAsync(visit);
        var forgetful = await Person.RegisterAsync(system, language);
        await visit.GoAsync("/password-reset");
        await visit.Page.Locator("#email").FillAsync(forgetful.Email);
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator("#email")).ToHaveCountAsync(0);
        var invited = new Person(system, Person.NewEmail());
        (await system.Admin.PostAsync("/api/accounts",
            new { name = "Ivo Invited", email = invited.Email, language, roles = new[] { "Agent" } })).Expect(HttpStatusCode.Created);
        foreach (var (name, page, person) in new[] { ("link-password-reset", "password-reset", forgetful),
            ("link-invitation", "invitation", invited) })
        {
            await visit.GoAsync($"/{page}/{await person.SecretAsync(page)}");
            await Expect(visit.Page.Locator("#password")).ToBeVisibleAsync();
            await inspection.OfAsync(name);
            await visit.Page.Locator("#password").FillAsync("short");
            await visit.SubmitAsync();
            await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
            await inspection.OfAsync($"{name}-wrong");
        }

        inspection.ExpectNoFaults(system.Address);
    }

    static async Task ArriveAsync(Visit visit, Inspection inspection, Person person)
    {
        await visit.GoAsync($"/confirmation/{await person.AskForAccountAsync(visit.Profile.Language)}");
        await inspection.OfAsync("link-registration");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await inspection.OfAsync("link-registration-wrong");
        await visit.Page.Locator("#password").FillAsync(person.Password);
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await inspection.OfAsync("sign-in-after-registration");
        await person.GiveAsync(visit, "Not-this-one-at-all-9");
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await inspection.OfAsync("sign-in-refused");
        await person.SignInAsync(visit);
        await inspection.OfAsync("mine-empty");
    }

    static async Task TicketsAsync(Visit visit, Inspection inspection, Person person)
    {
        using var own = await person.ElsewhereAsync();
        var ticket = await person.OpenAsync(own, "The printer on the second floor prints half of each page and then stops with an error",
            "It prints half of each page.\nSince Monday.");
        var closed = await person.OpenAsync(own, "I cannot sign in to the payroll");
        await person.OpenAsync(own, "New laptop");
        await ticket.TakenAsync();
        await ticket.AnswerAsync("Did you try another cable?");
        await closed.CloseAsync();
        foreach (var (name, path) in new[]
        {
            ("mine", "/tickets?view=all"), ("mine-nothing-fits", "/tickets?view=all&q=nothing"),
                ("own-ticket", $"/tickets/{ticket.Number}"), ("own-ticket-closed", $"/tickets/{closed.Number}"),
            ("own-print", $"/tickets/{ticket.Number}/print"), ("new-signed-in", "/new"), ("home-signed-in", "/"),
        })
        {
            await visit.GoAsync(path);
            await inspection.OfAsync(name);
        }
    }

    static async Task AccountAsync(Visit visit, Inspection inspection)
    {
        foreach (var (name, path) in new[] { ("profile", "/account"), ("password", "/account/password"), ("email", "/account/email"),
            ("sessions", "/account/sessions"), ("mails", "/account/mails") })
        {
            await visit.GoAsync(path);
            await inspection.OfAsync(name);
        }

        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await inspection.OfAsync("mails-saved");
        await visit.GoAsync("/account/password");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await inspection.OfAsync("password-wrong");
    }

    static async Task SecondStepAsync(Visit visit, Inspection inspection, Person person)
    {
        await visit.GoAsync("/account/two-factor");
        await inspection.OfAsync("two-factor");
        await visit.Page.Locator("#password").FillAsync(person.Password);
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".key")).ToBeVisibleAsync();
        await inspection.OfAsync("two-factor-key");
        var key = await visit.Page.Locator(".key").InnerTextAsync();
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await inspection.OfAsync("two-factor-key-wrong");
        await visit.Page.Locator("#code").FillAsync(new Authenticator(key).Code());
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".codes")).ToBeVisibleAsync();
        await inspection.OfAsync("recovery-codes");
        await visit.GoAsync("/account/two-factor");
        await inspection.OfAsync("two-factor-on");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = visit.Words("Cerrar sesión", "Sign out") }).ClickAsync();
        await Expect(visit.Page.Locator(".notice.good")).ToBeVisibleAsync();
        await inspection.OfAsync("sign-in-after-sign-out");
        await person.GiveAsync(visit, person.Password);
        await Expect(visit.Page.Locator("#code")).ToBeVisibleAsync();
        await inspection.OfAsync("sign-in-code");
        await visit.Page.Locator("#code").FillAsync("000000");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await inspection.OfAsync("sign-in-code-wrong");
    }
}
