using System.Net;
using Helpdesk.Browser.Browsing;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Forms;

public sealed class A_letter_that_could_not_be_sent(CommonSystem system)
{
    static readonly string Letter = string.Concat(Enumerable.Repeat("It prints <half> of each page & stops.\n", 52));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task G11_comes_back_after_a_session_that_ended_and_one_more_press_sends_it(bool script)
    {
        var person = await Person.RegisterAsync(system);
        using var own = await person.ElsewhereAsync();
        var ticket = await person.OpenAsync(own);
        await using var visit = await system.VisitAsync(new(Script: script));
        await person.SignInAsync(visit);
        await visit.GoAsync($"/tickets/{ticket.Number}");
        await visit.Page.Locator("#text").FillAsync(Letter);
        if (script)
            await EndOthersAsync(person, own);
        else
            await visit.Context.ClearCookiesAsync(new() { Name = "helpdesk" });

        await SendAsync(visit);
        await Expect(visit.Page.GetByText("What you typed is saved")).ToBeVisibleAsync();
        await person.GiveAsync(visit, "not the password");
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await person.GiveAsync(visit, person.Password);

        await Expect(visit.Page.Locator("#redisplay")).ToContainTextAsync("what you typed is back");
        await Expect(visit.Page.Locator("#text")).ToHaveValueAsync(Letter);
        if (script)
        {
            await Expect(visit.Page).ToHaveURLAsync($"{system.Address}/tickets/{ticket.Number}");
            await Expect(visit.Page.Locator("#redisplay")).ToBeFocusedAsync();
            // What happens to the ticket meanwhile does not take the letter.
            await ticket.AnswerAsync("Which printer is it?");
            await Expect(visit.Page.Locator(".thread")).ToContainTextAsync("Which printer is it?");
            await Expect(visit.Page.Locator("#text")).ToHaveValueAsync(Letter);
        }

        await SendAsync(visit);
        await Expect(visit.Page.Locator("#flash")).ToBeVisibleAsync();
        Assert.Single(await ticket.TextsAsync(), x => x.StartsWith("It prints <half>", StringComparison.Ordinal));
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task G11_is_a_new_ticket_that_goes_on_as_who_signed_in_in_another_tab(bool script)
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync(Pictures.Named("screen.png"));
        await person.SignInAsync(visit, await visit.Context.NewPageAsync());

        await form.HandInAsync();
        await Expect(visit.Page.Locator("#redisplay")).ToContainTextAsync($"You are now signed in as {Person.Name}.");
        await Expect(form.SubjectField).ToHaveValueAsync(form.Subject);
        await Expect(form.DescriptionField).ToHaveValueAsync(form.Description);
        await Expect(visit.Page.Locator(".file")).ToContainTextAsync("screen.png");
        await form.ReviewAsync();
        await form.SendAsync();
        Assert.Single(await form.FoundAsync());
    }

    [Fact]
    public async Task G11_stays_when_something_else_on_its_page_is_sent()
    {
        await using var visit = await system.VisitAsync();
        var ticket = await FollowedTicket.OpenAsync(system);
        await ticket.TakenAsync();
        await ticket.CloseAsync();
        await visit.GoAsync(ticket.Path);
        await visit.Page.Locator("#text").FillAsync("Not quite");

        await visit.Page.Locator("#rate .button").ClickAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#text")).ToHaveValueAsync("Not quite");
        await visit.Page.Locator("#rate label").Nth(3).ClickAsync();
        await visit.Page.Locator("#rate .button").ClickAsync();
        await Expect(visit.Page.Locator("#flash")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#text")).ToHaveValueAsync("Not quite");
    }

    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task G11_is_for_everybody_on_its_way(string language)
    {
        var person = await Person.RegisterAsync(system, language);
        using var own = await person.ElsewhereAsync();
        var ticket = await person.OpenAsync(own);
        await using var visit = await system.VisitAsync(new(language, LessMotion: true));
        var inspection = await Inspection.BeginAsync(visit);
        await visit.GoAsync("/new");
        await visit.Page.Locator("#form-description").FillAsync(Letter);
        await person.SignInAsync(visit, await visit.Context.NewPageAsync());
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator("#redisplay")).ToBeVisibleAsync();
        await inspection.OfAsync("redisplay-new");

        await visit.GoAsync($"/tickets/{ticket.Number}");
        await visit.Page.Locator("#text").FillAsync(Letter);
        await visit.Context.ClearCookiesAsync(new() { Name = "helpdesk" });
        await SendAsync(visit);
        await Expect(visit.Page.Locator("#password")).ToBeVisibleAsync();
        await inspection.OfAsync("redisplay-sign-in");
        await person.GiveAsync(visit, person.Password);
        await Expect(visit.Page.Locator("#redisplay")).ToBeVisibleAsync();
        await inspection.OfAsync("redisplay-ticket");
        inspection.ExpectNoFaults(system.Address);
    }

    static Task SendAsync(Visit visit) => visit.Page.Locator("#reply .button.primary").ClickAsync();

    /// <summary>Every session but this one, as from the page that lists them; returns once Ticketing knows.</summary>
    static async Task EndOthersAsync(Person person, ApiClient own)
    {
        using var witness = await person.ElsewhereAsync();
        var sessions = (await own.GetAsync("/api/sessions")).Expect(HttpStatusCode.OK).GetProperty("items").EnumerateArray();
        foreach (var session in sessions.Where(x => !x.GetProperty("current").GetBoolean()))
            Assert.True((await own.SendAsync(HttpMethod.Delete, $"/api/sessions/{session.GetProperty("id").GetGuid()}")).Succeeded);
        await Eventually.HoldsAsync(async () => (await witness.GetAsync("/api/tickets")).Status == HttpStatusCode.Unauthorized);
    }
}
