using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Accounts;

public sealed class The_profile(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AG9_changes_name_language_and_hours_of_the_pages(bool script)
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        await person.SignInAsync(visit);
        await visit.GoAsync("/account");
        await visit.Page.GetByLabel("Your name").FillAsync("");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator("#name-error")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Your name").FillAsync("Cleo María <b>Ñu</b>");
        await visit.Page.GetByLabel("Language", new() { Exact = true }).SelectOptionAsync("es");
        await visit.Page.GetByLabel("Time zone").SelectOptionAsync("America/Guayaquil");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".notice.good")).ToHaveTextAsync("Guardado.");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Expect(visit.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Cleo María <b>Ñu</b>");
        await Expect(visit.Page.GetByRole(AriaRole.Contentinfo)).ToContainTextAsync("America/Guayaquil");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task AG9_by_the_keyboard_alone()
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync();
        await person.SignInAsync(visit);
        await visit.GoAsync("/account");
        var keyboard = visit.Page.Keyboard;
        var order = await Tabbing.OrderAsync(visit.Page);
        string[] expected = ["Sign out", "Profile", "Password", "Email", "Two-step verification", "Sessions", "Notifications", "Save",
            "System status"];
        Assert.Equal(expected, order.Where(x => expected.Contains(x)).Distinct());

        await visit.GoAsync("/account");
        await Tabbing.ToAsync(visit.Page, "#name");
        await keyboard.PressAsync("Control+a");
        await keyboard.InsertTextAsync("Cleo by Keyboard");
        await Tabbing.ToAsync(visit.Page, "#timezone");
        await keyboard.PressAsync("ArrowDown");
        await Tabbing.ToAsync(visit.Page, "main form .button.primary");
        await keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Cleo by Keyboard");
        await Expect(visit.Page.Locator("#timezone")).Not.ToHaveValueAsync("");
    }

    [Fact]
    public async Task SE9_another_address_counts_once_the_link_in_the_mail_to_it_was_followed()
    {
        var person = await Person.RegisterAsync(system);
        var next = new Person(system, Person.NewEmail());
        await using var visit = await system.VisitAsync();
        await person.SignInAsync(visit);
        await visit.GoAsync("/account/email");
        await visit.Page.Locator("#email").FillAsync(next.Email);
        await visit.Page.Locator("#password").FillAsync(person.Password);
        await visit.SubmitAsync();
        await Expect(visit.Page.GetByText("An email is on its way.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText($"You use {person.Email}.")).ToBeVisibleAsync();
        await visit.GoAsync($"/confirmation/{await next.SecretAsync("confirmation")}");
        await visit.ExpectHeading().ToHaveTextAsync("Is this your email address?");
        await visit.SubmitAsync();
        await Expect(visit.Page.GetByText("Your email address is confirmed.")).ToBeVisibleAsync();
        await visit.GoAsync("/account/email");
        await Expect(visit.Page.GetByText($"You use {next.Email}.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_mails_that_come_are_chosen_and_stay_chosen()
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync();
        await person.SignInAsync(visit);
        await visit.GoAsync("/account/mails");
        var choice = visit.Page.Locator("select").First;
        var before = await choice.InputValueAsync();
        var other = await choice.Locator($"option:not([value={before}])").First.GetAttributeAsync("value");
        await choice.SelectOptionAsync(other!);
        await visit.SubmitAsync();
        await Expect(visit.Page.GetByText("Saved.")).ToBeVisibleAsync();
        await visit.GoAsync("/account/mails");
        await Expect(choice).ToHaveValueAsync(other!);
    }
}
