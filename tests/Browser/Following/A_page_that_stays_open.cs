using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Following;

public sealed class A_page_that_stays_open(CommonSystem system)
{
    [Fact]
    public async Task CU9_shows_answers_and_states_without_a_reload_and_keeps_what_is_being_typed()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await LookingAsync(visit, ticket);
        await visit.Page.GetByLabel("Your reply").FillAsync("I was about to");
        await ticket.AnswerAsync("Did you try another cable?");
        await Expect(visit.Page.GetByText("Did you try another cable?")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".stepper .now")).ToHaveTextAsync("Waiting for you");
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("I was about to");
        await Expect(visit.Page.GetByLabel("Your reply")).ToBeFocusedAsync();
        await ticket.CloseAsync();
        await Expect(visit.Page.GetByText("We closed this ticket.")).ToBeVisibleAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.same"), "The page was loaded again.");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task CU9_counts_in_its_title_the_answers_that_nobody_has_seen()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await LookingAsync(visit, ticket);
        await HideAsync(visit.Page, true);
        await ticket.AnswerAsync("One.");
        await Expect(visit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) "));
        await ticket.AnswerAsync("Two.");
        await Expect(visit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(2\) "));
        await Expect(visit.Page.GetByText("Two.")).ToBeVisibleAsync();
        await Expect(visit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(2\) "));
        await HideAsync(visit.Page, false);
        await Expect(visit.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex($"^{ticket.Number}"));
    }

    [Fact]
    public async Task CU9_says_that_the_agent_is_writing_until_the_answer_is_there_and_nothing_of_a_note()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await ticket.TakenAsync();
        await using var visit = await system.VisitAsync();
        var line = await LookingAsync(visit, ticket);
        var writing = visit.Page.Locator("#writing");
        await ticket.WriteAsync("They have no idea.", note: true);
        // What comes after the note is seen, so the note was heard too and is nothing to tell.
        await ticket.AnswerAsync("One moment, please.");
        await Expect(visit.Page.GetByText("One moment, please.")).ToBeVisibleAsync();
        await line.HearsAsync("reply");
        await Expect(writing).ToBeEmptyAsync();

        await ticket.WriteAsync("Did you try");
        await Expect(writing).ToHaveTextAsync("Ada is writing…");
        await Expect(writing).ToHaveRoleAsync(AriaRole.Status);
        await Expect(visit.Page.GetByText("Did you try")).ToHaveCountAsync(0);
        await ticket.AnswerAsync("Did you try another cable?");
        await Expect(visit.Page.GetByText("Did you try another cable?")).ToBeVisibleAsync();
        await Expect(writing).ToBeEmptyAsync();
        Assert.True(await visit.Page.EvaluateAsync<bool>("window.same"), "The page was loaded again.");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task F3_a_line_for_a_secret_that_does_not_exist_tells_nothing()
    {
        await using var visit = await system.VisitAsync();
        var answer = await visit.Context.APIRequest.GetAsync("/t/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/live");
        Assert.Equal(204, answer.Status);
        Assert.Empty(await answer.BodyAsync());
    }

    static async Task<LiveConnection> LookingAsync(Visit visit, FollowedTicket ticket)
    {
        var line = await LiveConnection.OpenAsync(visit, ticket);
        await visit.Page.EvaluateAsync("window.same = true");
        return line;
    }

    static async Task HideAsync(IPage page, bool hidden) => await page.EvaluateAsync("""
        (hidden) => {
          Object.defineProperty(document, "hidden", { value: hidden, configurable: true })
          document.dispatchEvent(new Event("visibilitychange"))
        }
        """, hidden);
}
