using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Accounts;

public sealed class Registering(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU2_CU16_by_the_link_in_the_mail_and_what_was_opened_before_is_there(bool script)
    {
        var before = await FollowedTicket.OpenAsync(system, "Opened without an account");
        var others = await FollowedTicket.OpenAsync(system, "Opened by somebody else");
        var person = new Person(system, before.Email);
        await using var visit = await system.VisitAsync(new(Script: script));
        await AskAsync(visit, person);
        Assert.Equal("An email is on its way to the address you gave. Open the link in it to choose your password.",
            await visit.Page.GetByRole(AriaRole.Status).Locator("p").First.InnerTextAsync());

        await visit.GoAsync($"/confirmation/{await person.SecretAsync("confirmation")}");
        await Expect(visit.Page.GetByText($"{Person.Name}, choose a password for your account {person.Email}.")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Choose a password").FillAsync("short");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToContainTextAsync("Use at least 12 characters.");
        await visit.Page.GetByLabel("Choose a password").FillAsync(person.Password);
        await visit.SubmitAsync();
        await Expect(visit.Page.GetByText("Your account is ready. Sign in with your new password.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#email")).ToHaveValueAsync(person.Email);
        await visit.Page.Locator("#password").FillAsync(person.Password);
        await visit.SubmitAsync();

        await visit.ExpectHeading().ToHaveTextAsync("My tickets");
        // Ticketing hears of the account in its own time.
        await Fixtures.Eventually.HoldsAsync(async () =>
        {
            await visit.Page.ReloadAsync();
            return await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Opened without an account" }).CountAsync() == 1;
        });
        await Expect(visit.Page.GetByText(others.Number)).ToHaveCountAsync(0);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Opened without an account" }).ClickAsync();
        await Expect(visit.Page).ToHaveURLAsync($"{system.Address}/tickets/{before.Number}");
        await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("It prints half of each page.");
        Assert.Equal(404, (await visit.GoAsync($"/tickets/{others.Number}")).Status);
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task CU2_with_an_address_that_has_an_account_the_page_says_the_same_and_the_mail_tells_its_owner()
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync();
        await AskAsync(visit, new Person(system, Person.NewEmail()));
        var words = await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        await AskAsync(visit, person);
        Assert.Equal(words, await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync());
        await Fixtures.Eventually.HoldsAsync(async () => (await Mailbox.ToAsync(system.Helpdesk.Mailbox, person.Email))
            .Any(x => x.Text.Contains("/sign-in", StringComparison.Ordinal)));
    }

    static async Task AskAsync(Visit visit, Person person)
    {
        await visit.GoAsync("/register");
        await visit.Page.GetByLabel("Your name").FillAsync(Person.Name);
        await visit.Page.GetByLabel("Your email").FillAsync(person.Email);
        await visit.SubmitAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Check your email" })).ToBeVisibleAsync();
        await visit.RestAsync();
    }
}
