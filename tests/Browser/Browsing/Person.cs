using System.Net;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Browsing;

/// <summary>A customer with an account of their own.</summary>
public sealed class Person(CommonSystem system, string email)
{
    public const string Name = "Cleo Customer";

    public const string FirstPassword = "Slow-Rivers-27-Bridges";

    public string Email => email;

    /// <summary>What opens the account now.</summary>
    public string Password { get; set; } = FirstPassword;

    public static string NewEmail() => $"cleo.{Guid.NewGuid():N}@example.org";

    /// <summary>Somebody who registered, and opened the link in the mail.</summary>
    public static async Task<Person> RegisterAsync(CommonSystem system, string language = "en")
    {
        var person = new Person(system, NewEmail());
        var secret = await person.AskForAccountAsync(language);
        using var anonymous = new ApiClient(system.Helpdesk.Gateway);
        (await anonymous.PostAsync("/api/links/acceptances", new { secret, password = person.Password })).Expect(HttpStatusCode.OK);
        return person;
    }

    /// <summary>The secret of the link in the mail.</summary>
    public async Task<string> AskForAccountAsync(string language)
    {
        using var anonymous = new ApiClient(system.Helpdesk.Gateway);
        Assert.Equal(HttpStatusCode.Accepted, (await anonymous.PostAsync("/api/registrations",
            new { name = Name, email, language })).Status);
        return await SecretAsync("confirmation");
    }

    /// <summary>The secret of the newest link of a kind in their email.</summary>
    public Task<string> SecretAsync(string page) => Mailbox.LinkSecretAsync(system.Helpdesk.Mailbox, email, page);

    /// <summary>A session elsewhere, such as on their phone.</summary>
    public async Task<ApiClient> ElsewhereAsync()
    {
        using var anonymous = new ApiClient(system.Helpdesk.Gateway);
        var session = (await anonymous.PostAsync("/api/sessions", new { email, password = Password })).Expect(HttpStatusCode.OK);
        return new ApiClient(system.Helpdesk.Gateway, session.GetProperty("accessToken").GetString());
    }

    /// <summary>A ticket that they opened without signing in, and find among their own.</summary>
    public async Task<FollowedTicket> OpenAsync(
        ApiClient own, string subject = "Printer", string description = "It prints half of each page.")
    {
        var ticket = await FollowedTicket.OpenAsync(system, subject, description, Name, email: email);
        await Eventually.HoldsAsync(async () => (await own.GetAsync($"/api/tickets/{ticket.Number}")).Succeeded);
        return ticket;
    }

    /// <summary>Types both on the page for it, and is let in or asked for a code.</summary>
    public async Task GiveAsync(Visit visit, string password)
    {
        await visit.Page.Locator("#email").FillAsync(email);
        await visit.Page.Locator("#password").FillAsync(password);
        await visit.SubmitAsync();
    }

    /// <summary>Comes to their tickets.</summary>
    public async Task SignInAsync(Visit visit)
    {
        await visit.GoAsync("/sign-in");
        await GiveAsync(visit, Password);
        await visit.ExpectHeading().ToHaveTextAsync(visit.Words("Mis tickets", "My tickets"));
        await Expect(visit.Page).ToHaveURLAsync($"{system.Address}/tickets");
    }

    /// <summary>Signs in in another tab of the same browser.</summary>
    public async Task SignInAsync(Visit visit, IPage tab)
    {
        await tab.GotoAsync("/sign-in");
        await tab.Locator("#email").FillAsync(email);
        await tab.Locator("#password").FillAsync(Password);
        await tab.Locator("main form .button.primary").ClickAsync();
        await Expect(tab.Locator("h1")).ToHaveTextAsync(visit.Words("Mis tickets", "My tickets"));
        await tab.CloseAsync();
    }
}
