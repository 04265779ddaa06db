using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Accounts;

public sealed class Signing_in(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SE10_leads_to_where_somebody_was_going_and_signing_out_ends_it(bool script)
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        await visit.GoAsync("/account/mails");
        await visit.ExpectHeading().ToHaveTextAsync("Sign in");
        await person.GiveAsync(visit, "Not-this-one-at-all-9");
        await Expect(visit.Page.Locator(".wrong-fields")).ToContainTextAsync("The email address or password is incorrect.");
        await Expect(visit.Page.Locator("#email")).ToHaveValueAsync(person.Email);
        await Expect(visit.Page.Locator("#password")).ToHaveValueAsync("");
        await person.GiveAsync(visit, person.Password);
        await Expect(visit.Page).ToHaveURLAsync($"{system.Address}/account/mails");
        await Expect(visit.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = Person.Name })).ToBeVisibleAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visit.Page.GetByText("You are signed out.")).ToBeVisibleAsync();
        await visit.GoAsync("/account/mails");
        await visit.ExpectHeading().ToHaveTextAsync("Sign in");
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData("https://elsewhere.test/tickets")]
    [InlineData("//elsewhere.test/tickets")]
    [InlineData("/\\elsewhere.test")]
    public async Task F6_leads_to_no_other_site(string then)
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync($"/sign-in?then={Uri.EscapeDataString(then)}");
        await person.GiveAsync(visit, person.Password);
        await Expect(visit.Page).ToHaveURLAsync($"{system.Address}/tickets");
    }

    [Fact]
    public async Task SE10_by_the_keyboard_alone_and_the_password_can_be_looked_at()
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync("/sign-in");
        var keyboard = visit.Page.Keyboard;
        await Tabbing.ToAsync(visit.Page, "#email");
        await keyboard.InsertTextAsync(person.Email);
        await Tabbing.ToAsync(visit.Page, "#password");
        await keyboard.InsertTextAsync(person.Password);
        await Tabbing.ToAsync(visit.Page, "[data-reveal-target=button]");
        await keyboard.PressAsync("Space");
        await Expect(visit.Page.Locator("#password")).ToHaveAttributeAsync("type", "text");
        await Expect(visit.Page.Locator("[data-reveal-target=button]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Tabbing.ToAsync(visit.Page, "main form .button.primary");
        await keyboard.PressAsync("Enter");
        await visit.ExpectHeading().ToHaveTextAsync("My tickets");
    }

    [Fact]
    public async Task SE10_with_a_second_click_signs_in_once()
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync("/sign-in");
        await visit.Page.Locator("#email").FillAsync(person.Email);
        await visit.Page.Locator("#password").FillAsync(person.Password);
        await visit.PressTwiceAsync(visit.Page.Locator("main form .button.primary"));
        await visit.ExpectHeading().ToHaveTextAsync("My tickets");
        Assert.Single(visit.Requests, x => x.Method == "POST");
    }
}
