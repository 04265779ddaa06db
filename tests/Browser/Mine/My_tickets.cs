using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Mine;

public sealed class My_tickets(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU16_are_chosen_by_view_and_found_by_words(bool script)
    {
        var person = await Person.RegisterAsync(system);
        using var own = await person.ElsewhereAsync();
        var (open, waits, closed) = (await person.OpenAsync(own, "Laptop"), await person.OpenAsync(own, "Printer"),
            await person.OpenAsync(own, "Payroll"));
        await waits.TakenAsync();
        await waits.AnswerAsync("Did you try another cable?");
        await closed.CloseAsync();
        await using var visit = await system.VisitAsync(new(Script: script));
        await person.SignInAsync(visit);
        await ExpectAsync(visit, open, waits);
        await ChooseAsync(visit, "Waiting for you");
        await ExpectAsync(visit, waits);
        await Expect(visit.Page.Locator("tbody .badge.waiting")).ToHaveCountAsync(1);
        await ChooseAsync(visit, "Closed");
        await ExpectAsync(visit, closed);
        await ChooseAsync(visit, "All");
        await ExpectAsync(visit, open, waits, closed);

        await visit.Page.GetByLabel("Search").FillAsync("payrol");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await ExpectAsync(visit, closed);
        await visit.Page.GetByLabel("Search").FillAsync("nothing like it");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "No tickets match" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Show all" }).ClickAsync();
        await ExpectAsync(visit, open, waits, closed);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU2_CU10_one_is_opened_and_answered_without_typing_name_and_mail(bool script)
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        await person.SignInAsync(visit);
        await Expect(visit.Page.GetByText("You have no open tickets")).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Open a ticket" }).ClickAsync();
        var form = new NewTicket(system, visit);
        await Expect(visit.Page.GetByText($"You are signed in as {Person.Name} ({person.Email}).")).ToBeVisibleAsync();
        foreach (var unasked in new[] { form.NameField, form.EmailField, form.Answer })
            await Expect(unasked).ToHaveCountAsync(0);
        await visit.Page.Locator("label.choice", new() { HasText = system.Desk.CategoryTitle }).ClickAsync();
        await form.SubjectField.FillAsync(form.Subject);
        await form.DescriptionField.FillAsync(form.Description);
        await form.ReviewAsync();
        foreach (var shown in new[] { Person.Name, person.Email })
            await Expect(visit.Page.Locator(".facts-list dd", new() { HasText = shown })).ToBeVisibleAsync();
        await form.SendAsync();
        var ticket = Assert.Single(await form.FoundAsync());

        await visit.GoAsync($"/tickets/{ticket.GetProperty("number").GetString()}");
        await visit.ExpectHeading().ToHaveTextAsync(form.Subject);
        await visit.Page.GetByLabel("Your reply").FillAsync("It works again.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
        await Expect(visit.Page.GetByText("Sent. We have your reply.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".message.mine").Last).ToContainTextAsync("It works again.");
        await Expect(visit.Page.Locator(".message.mine b").Last).ToHaveTextAsync(Person.Name);
        Assert.Empty(visit.Complaints);
    }

    static Task ChooseAsync(Visit visit, string view) =>
        visit.Page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = view, Exact = true }).ClickAsync();

    static async Task ExpectAsync(Visit visit, params FollowedTicket[] tickets)
    {
        await Expect(visit.Page.Locator("tbody tr")).ToHaveCountAsync(tickets.Length);
        foreach (var ticket in tickets)
            await Expect(visit.Page.Locator("tbody tr", new() { HasText = ticket.Number })).ToHaveCountAsync(1);
    }
}
