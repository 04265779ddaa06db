using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Accounts;

public sealed class A_forgotten_password(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task F17_is_replaced_by_the_link_in_the_mail_once(bool script)
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        await visit.GoAsync("/sign-in");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" }).ClickAsync();
        await visit.ExpectHeading().ToHaveTextAsync("Reset your password");
        await visit.Page.GetByLabel("Your email").FillAsync(person.Email);
        await visit.SubmitAsync();
        await Expect(visit.Page.GetByText("If there is an account with this address, an email with a link is on its way."))
            .ToBeVisibleAsync();

        var link = $"/password-reset/{await person.SecretAsync("password-reset")}";
        await visit.GoAsync(link);
        await visit.Page.GetByLabel("Choose a password").FillAsync("Seven-green-kettles-12");
        await visit.SubmitAsync();
        await Expect(visit.Page.GetByText("Your password has been changed.")).ToBeVisibleAsync();
        await person.GiveAsync(visit, Person.FirstPassword);
        await Expect(visit.Page.Locator(".wrong-fields")).ToContainTextAsync("The email address or password is incorrect.");
        person.Password = "Seven-green-kettles-12";
        await person.SignInAsync(visit);

        Assert.Equal(404, (await visit.GoAsync(link)).Status);
        await visit.ExpectHeading().ToHaveTextAsync("This link no longer works");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task F17_the_page_says_the_same_to_an_address_that_has_no_account()
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync();
        var words = new List<string>();
        foreach (var address in new[] { person.Email, Person.NewEmail() })
        {
            await visit.GoAsync("/password-reset");
            await visit.Page.GetByLabel("Your email").FillAsync(address);
            await visit.SubmitAsync();
            await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Check your email" })).ToBeVisibleAsync();
            await visit.RestAsync();
            words.Add(await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync());
        }

        Assert.Single(words.Distinct());
    }
}
