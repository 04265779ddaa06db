using System.Text.RegularExpressions;
using Helpdesk.Browser.Browsing;
using Helpdesk.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Following;

public sealed partial class Following_a_ticket(CommonSystem system)
{
    public static TheoryData<string, bool, int> Profiles => BrowserProfile.Usual;

    [Theory, MemberData(nameof(Profiles))]
    public async Task CU7_CU9_the_link_shows_everything_without_an_account(string language, bool dark, int width)
    {
        var ticket = await FollowedTicket.OpenAsync(system, withPicture: true);
        await ticket.TakenAsync();
        await ticket.AnswerAsync("Did you try another cable?");
        await using var visit = await system.VisitAsync(new(language, dark, width));
        await visit.GoAsync(ticket.Path);
        await visit.ExpectHeading().ToHaveTextAsync("Printer");
        foreach (var shown in new[] { ticket.Number, $"Area {system.Desk.Mark}", "It prints half of each page.",
            "Did you try another cable?" })
            await Expect(visit.Page.GetByRole(AriaRole.Main)).ToContainTextAsync(shown);
        await Expect(visit.Page.Locator(".stepper .now")).ToHaveTextAsync(visit.Words("Esperamos tu respuesta", "Waiting for you"));
        await Expect(visit.Page.Locator(".stepper")).ToContainTextAsync(Installation.FirstAgent);
        var picture = visit.Page.Locator(".message .file img");
        await picture.ScrollIntoViewIfNeededAsync();
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 1);
        Assert.Empty(visit.Complaints);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU10_an_answer_is_sent_and_an_empty_one_is_not(bool script)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        await visit.GoAsync(ticket.Path);
        var send = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send reply" });
        await send.ClickAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToContainTextAsync("Write something before you send.");
        await visit.Page.GetByLabel("Your reply").FillAsync("It works with <another> cable.");
        await visit.Page.Locator(".attach summary").ClickAsync();
        await visit.Page.Locator("#files").SetInputFilesAsync(Pictures.Named("cable.png"));
        await send.ClickAsync();
        await Expect(visit.Page.GetByText("Sent. We have your reply.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".message.mine").Last).ToContainTextAsync("It works with <another> cable.");
        await Expect(visit.Page.Locator(".message.mine").Last).ToContainTextAsync("cable.png");
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("");
        Assert.Equal(["It prints half of each page.", "It works with <another> cable."], await ticket.TextsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU11_CU12_solved_after_a_question_then_rated_and_opened_again(bool script)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        await visit.GoAsync(ticket.Path);
        var solved = visit.Page.GetByText("It is solved", new() { Exact = true });
        await solved.ClickAsync();
        await visit.Page.GetByText("Not yet").Locator("visible=true").ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Is your problem solved?" })).ToHaveCountAsync(0);
        Assert.NotEqual("Closed", await ticket.StatusAsync());

        await solved.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, close the ticket" }).ClickAsync();
        await Expect(visit.Page.GetByText("You closed this ticket as solved.")).ToBeVisibleAsync();
        Assert.Equal("Closed", await ticket.StatusAsync());

        await visit.Page.GetByText("Great").ClickAsync();
        await visit.Page.GetByLabel("Comment").FillAsync("Quick and kind.");
        await visit.Page.Locator("#rate button").ClickAsync();
        await Expect(visit.Page.GetByText("Thank you for your feedback.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#rate input[value='5']")).ToBeCheckedAsync();
        if (script)
            await Expect(visit.Page.Locator("#comment-field .count")).ToHaveTextAsync("15 / 2000");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await Expect(visit.Page.GetByText("It is open again.")).ToBeVisibleAsync();
        Assert.NotEqual("Closed", await ticket.StatusAsync());
    }

    [Fact]
    public async Task CU10_CU11_what_became_of_each_act_takes_the_focus()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync(ticket.Path);
        var (page, told) = (visit.Page, visit.Page.Locator("#flash"));
        foreach (var words in new[] { "It is the blue one.", "On the second floor.", "Beside the stairs." })
        {
            await page.GetByLabel("Your reply").FillAsync(words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
            await Expect(page.Locator(".message.mine").Last).ToContainTextAsync(words);
            await Expect(told).ToBeFocusedAsync();
        }

        await page.GetByText("It is solved", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, close the ticket" }).ClickAsync();
        await Expect(page.GetByText("You closed this ticket as solved.")).ToBeVisibleAsync();
        await Expect(told).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Reopen" }).ClickAsync();
        await Expect(page.GetByText("It is open again.")).ToBeVisibleAsync();
        await Expect(told).ToBeFocusedAsync();

        // What others do does not: somebody may be typing.
        await page.GetByLabel("Your reply").FocusAsync();
        await ticket.AnswerAsync("Did you try another cable?");
        await Expect(page.GetByText("Did you try another cable?")).ToBeVisibleAsync();
        await visit.RestAsync();
        await Expect(page.GetByLabel("Your reply")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task CU8_what_is_wrong_with_a_form_takes_the_focus_each_time()
    {
        await using var visit = await system.VisitAsync();
        await visit.GoAsync("/follow");
        foreach (var number in new[] { "", "my printer", "HD-" })
        {
            await visit.Page.GetByLabel("Ticket number").FillAsync(number);
            await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send me the link" }).ClickAsync();
            await Expect(visit.Page.Locator("#wrong-fields"))
                .ToContainTextAsync(number.Length == 0 ? "Enter the ticket number." : "This is not a ticket number.");
            await visit.RestAsync();
            await Expect(visit.Page.Locator("#wrong-fields")).ToBeFocusedAsync();
        }
    }

    [Fact]
    public async Task N3_the_page_says_when_it_closes_and_why_and_counts_down()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync(ticket.Path);
        await Expect(visit.Page.Locator("#closing")).ToHaveCountAsync(0);
        await ticket.AnswerAsync("Did you try another cable?");
        await Expect(visit.Page.Locator("#closing")).ToContainTextAsync("unless you reply.");
        await Expect(visit.Page.Locator("#closing")).ToContainTextAsync("(2 d 23 h left)");
        await visit.Page.GetByText("Why?").ClickAsync();
        await Expect(visit.Page.GetByText("After 72 hours without a reply, a ticket closes automatically")).ToBeVisibleAsync();
        await visit.Page.GetByLabel("Your reply").FillAsync("Yes, I did.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
        await Expect(visit.Page.Locator("#closing")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task CU13_after_the_mail_that_warns_the_open_page_names_the_same_hour()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync(ticket.Path);
        await ticket.AnswerAsync("Did you try another cable?");
        var warning = "";
        await Eventually.HoldsAsync(async () =>
        {
            var mails = await Mailbox.ToAsync(system.Helpdesk.Mailbox, ticket.Email);
            warning = mails.SingleOrDefault(x => x.Text.Contains("will close on", StringComparison.Ordinal))?.Text ?? "";
            return warning.Length > 0;
        });
        var closes = ClosingHour().Match(warning);
        Assert.True(closes.Success, warning);
        await Expect(visit.Page.Locator("#closing"))
            .ToContainTextAsync($"It closes {closes.Groups[1].Value} at {closes.Groups[2].Value} unless you reply.");
        await visit.Page.GetByText("Why?").ClickAsync();
        await Expect(visit.Page.Locator("#closing")).ToContainTextAsync("After 72 hours without a reply, a ticket closes automatically");

        // Without script, the page that is opened then says so too.
        await using var plain = await system.VisitAsync(new(Script: false));
        await plain.GoAsync(ticket.Path);
        await Expect(plain.Page.Locator("#closing")).ToContainTextAsync($"at {closes.Groups[2].Value}");
    }

    [Fact]
    public async Task CU8_a_lost_link_comes_by_mail_again_and_a_stranger_reads_the_same_words()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await Mailbox.LinkSecretAsync(system.Helpdesk.Mailbox, ticket.Email, "t");
        async Task<int> MailsAsync() => (await Mailbox.ToAsync(system.Helpdesk.Mailbox, ticket.Email)).Count;
        var before = await MailsAsync();
        await using var visit = await system.VisitAsync();
        var words = await AskAsync(visit, ticket.Number, ticket.Email);
        await Eventually.HoldsAsync(async () => await MailsAsync() == before + 1);

        Assert.Equal(words, await AskAsync(visit, ticket.Number, "somebody.else@example.org"));
        Assert.Equal(words, await AskAsync(visit, "HD-999999", ticket.Email));
        Assert.Equal(before + 1, await MailsAsync());
    }

    [Fact]
    public async Task CU9_the_print_view_has_the_whole_ticket_and_nothing_to_press()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await ticket.AnswerAsync("Did you try another cable?");
        await using var visit = await system.VisitAsync();
        await visit.GoAsync(ticket.Path + "/print");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var shown in new[] { ticket.Number, "Printer", "It prints half of each page.", "Did you try another cable?" })
            await Expect(visit.Page.GetByText(shown).First).ToBeVisibleAsync();
        Assert.Equal(0, await visit.Page.Locator("button:visible, nav:visible, textarea:visible").CountAsync());
    }

    [Theory]
    [InlineData("system")]
    [InlineData("dark")]
    public async Task CU9_paper_is_light_whatever_the_theme(string theme)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync(ticket.Path + "/print");
        await visit.Page.EvaluateAsync("theme => { document.documentElement.dataset.theme = theme }", theme);
        foreach (var media in new[] { Media.Screen, Media.Print })
        {
            await visit.Page.EmulateMediaAsync(new() { Media = media, ColorScheme = ColorScheme.Dark });
            var scheme = await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).colorScheme");
            Assert.Equal(media == Media.Print, scheme == "light");
        }
    }

    static async Task<string> AskAsync(Visit visit, string number, string email)
    {
        await visit.GoAsync("/follow");
        await visit.Page.GetByLabel("Ticket number").FillAsync(number);
        await visit.Page.GetByLabel("Your email").FillAsync(email);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send me the link" }).ClickAsync();
        await Expect(visit.Page.GetByText("Check your email")).ToBeVisibleAsync();
        await visit.RestAsync();
        return await visit.Page.GetByRole(AriaRole.Main).InnerTextAsync();
    }

    [GeneratedRegex(@"Your ticket will close on (\w+) \d+ \w+ at (\d\d:\d\d)")]
    private static partial Regex ClosingHour();
}
