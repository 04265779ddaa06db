using System.Net;
using System.Text.RegularExpressions;
using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

public sealed partial class Opening_a_ticket(CommonSystem system)
{
    public static TheoryData<string, bool, int> Profiles => BrowserProfile.Usual;

    [Theory, MemberData(nameof(Profiles))]
    public async Task CU1_CU5_CU6_written_looked_at_sent_and_there(string language, bool dark, int width)
    {
        await using var visit = await system.VisitAsync(new(language, dark, width));
        var form = new NewTicket(system, visit);
        await visit.GoAsync("/");
        await visit.Page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Link, new() { Name = visit.Words("Abrir un ticket", "Open a ticket") }).ClickAsync();
        await visit.ExpectHeading().ToHaveTextAsync(visit.Words("Abrir un ticket", "Open a ticket"));
        await form.FillAsync();
        await Expect(visit.Page.Locator(".count")).ToHaveTextAsync($"{form.Description.Length} / 5000");
        await form.SolveAsync();
        await form.ReviewAsync();
        foreach (var shown in new[] { system.Desk.CategoryTitle, form.Subject, form.Description, "Cleo Customer", form.Email })
            await Expect(visit.Page.Locator(".facts-list dd", new() { HasText = shown })).ToBeVisibleAsync();

        await form.SendAsync();
        var ticket = Assert.Single(await form.FoundAsync());
        await Expect(visit.Page.GetByText(ticket.GetProperty("number").GetString()!)).ToBeVisibleAsync();
        var link = await visit.Page.Locator("#link").InputValueAsync();
        Assert.Matches(Link(), link);
        await Expect(visit.Page.GetByRole(AriaRole.Link,
            new() { Name = visit.Words("Abrir otro", "Open another ticket") })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = visit.Words("Copiar", "Copy") }).ClickAsync();
        await Expect(visit.Page.Locator(".toast")).ToHaveTextAsync(visit.Words("Copiado", "Copied"));
        Assert.Equal(link, await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        Assert.Empty(visit.Complaints);

        var read = (await system.Admin.GetAsync($"/api/tickets/{ticket.GetProperty("number").GetString()}")).Expect(HttpStatusCode.OK);
        Assert.Equal(form.Email, read.GetProperty("customer").GetProperty("email").GetString());
    }

    [Fact]
    public async Task CU5_back_from_the_review_everything_is_there_and_the_captcha_is_done()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.SolveAsync();
        await form.ReviewAsync();
        await form.EditButton.ClickAsync();
        await visit.ExpectHeading().ToHaveTextAsync("Open a ticket");
        await form.ExpectEverythingTypedAsync();
        await Expect(form.Answer).ToHaveCountAsync(0);
        await form.SubjectField.FillAsync(form.Subject + " again");
        await form.ReviewAsync();
        await form.SendAsync();
        Assert.Equal(form.Subject + " again", Assert.Single(await form.FoundAsync()).GetProperty("subject").GetString());
    }

    [Fact]
    public async Task CU1_a_category_on_the_first_page_is_chosen_in_the_form()
    {
        await using var visit = await system.VisitAsync();
        await visit.GoAsync("/");
        await visit.Page.Locator("a.choice", new() { HasText = system.Desk.CategoryTitle }).ClickAsync();
        await Expect(visit.Page.Locator("label.choice", new() { HasText = system.Desk.CategoryTitle }).Locator("input"))
            .ToBeCheckedAsync();
    }

    [Fact]
    public async Task CU1_without_script_it_works_too()
    {
        await using var visit = await system.VisitAsync(new(Script: false));
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "Another image" })).ToBeHiddenAsync();
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync(Pictures.Named("screen.png"));
        await form.SolveAsync();
        await form.ReviewAsync();
        await Expect(visit.Page.GetByText("screen.png")).ToBeVisibleAsync();
        await form.SendAsync();
        Assert.Single(await form.FoundAsync());
    }

    [Fact]
    public async Task CU1_by_the_keyboard_alone()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        var keyboard = visit.Page.Keyboard;
        await Tabbing.ToAsync(visit.Page, "input[type=radio]");
        await keyboard.PressAsync("Space");
        var others = await visit.Page.Locator("label.choice").CountAsync();
        while (others-- > 0 && !await visit.Page.Locator("label.choice", new() { HasText = system.Desk.CategoryTitle })
            .Locator("input").IsCheckedAsync())
            await keyboard.PressAsync("ArrowDown");
        foreach (var (field, text) in new[] { ("#form-subject", form.Subject), ("#form-description", form.Description),
            ("#form-name", "Cleo Customer"), ("#form-email", form.Email) })
        {
            await Tabbing.ToAsync(visit.Page, field);
            await keyboard.InsertTextAsync(text);
        }

        await Tabbing.ToAsync(visit.Page, "#captcha-answer");
        await keyboard.InsertTextAsync(await form.SolutionAsync());
        await keyboard.PressAsync("Enter");
        await visit.ExpectHeading().ToHaveTextAsync("Does everything look right?");
        await Tabbing.ToAsync(visit.Page, ".button.primary");
        await keyboard.PressAsync("Enter");
        await form.ExpectOpenedAsync();
        Assert.Single(await form.FoundAsync());
    }

    [GeneratedRegex("^http://localhost:[0-9]+/t/[A-Za-z0-9_-]{22,}$")]
    private static partial Regex Link();
}
