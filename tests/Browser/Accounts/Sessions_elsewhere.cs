using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Accounts;

public sealed class Sessions_elsewhere(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SE8_are_listed_and_one_that_is_ended_asks_to_sign_in_and_goes_on_where_it_was(bool script)
    {
        var person = await Person.RegisterAsync(system);
        await using var desk = await system.VisitAsync(new(Script: script));
        await using var lost = await system.VisitAsync();
        await person.SignInAsync(desk);
        await person.SignInAsync(lost);
        await desk.GoAsync("/account/sessions");
        var sessions = desk.Page.Locator(".lines > li");
        await Expect(sessions).ToHaveCountAsync(2);
        await Expect(sessions.Filter(new() { HasText = "This session" }).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await sessions.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Page.GetByText("The session has ended.")).ToBeVisibleAsync();
        await Expect(sessions).ToHaveCountAsync(1);
        await Expect(sessions).ToContainTextAsync("This session");

        await lost.GoAsync("/account/two-factor");
        await Expect(lost.Page.GetByText("Your session has ended. Sign in to continue where you left off.")).ToBeVisibleAsync();
        await person.GiveAsync(lost, person.Password);
        await Expect(lost.Page).ToHaveURLAsync($"{system.Address}/account/two-factor");
    }

    [Fact]
    public async Task SE8_end_when_the_password_is_changed_and_this_one_goes_on()
    {
        var person = await Person.RegisterAsync(system);
        await using var here = await system.VisitAsync();
        await using var elsewhere = await system.VisitAsync();
        await person.SignInAsync(here);
        await person.SignInAsync(elsewhere);
        await here.GoAsync("/account/password");
        await here.Page.GetByLabel("Current password").FillAsync(person.Password);
        await here.Page.Locator("#new").FillAsync("Seven-green-kettles-12");
        await here.SubmitAsync();
        await Expect(here.Page.GetByText("Your password has been changed.")).ToBeVisibleAsync();
        await here.GoAsync("/account/sessions");
        await Expect(here.Page.Locator(".lines > li")).ToHaveCountAsync(1);

        await elsewhere.GoAsync("/account");
        await elsewhere.ExpectHeading().ToHaveTextAsync("Sign in");
        person.Password = "Seven-green-kettles-12";
        await person.GiveAsync(elsewhere, person.Password);
        await Expect(elsewhere.Page).ToHaveURLAsync($"{system.Address}/account");
    }
}
