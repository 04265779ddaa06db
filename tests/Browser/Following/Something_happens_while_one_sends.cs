using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Following;

public sealed class Something_happens_while_one_sends(CommonSystem system)
{
    [Fact]
    public async Task CU9_CU10_an_answer_of_the_desk_does_not_break_off_the_customers()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        var line = await LiveConnection.OpenAsync(visit, ticket);
        await visit.Page.GetByLabel("Your reply").FillAsync("It is the blue one.");
        // Every moment of the page in which it may look again comes while the customer's answer is on its way.
        var arrived = new TaskCompletionSource<IRoute>();
        await visit.Page.RouteAsync("**/*", route =>
        {
            if (route.Request.Method == "POST" && arrived.TrySetResult(route))
                return Task.CompletedTask;
            return route.ContinueAsync();
        });
        await visit.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddHours(1));
        await ticket.AnswerAsync("Which printer?");
        await line.HearsAsync("reply");
        await visit.Page.Clock.RunForAsync(160);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).DispatchEventAsync("click");
        var held = await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await visit.Page.Clock.RunForAsync(2000);
        await visit.Page.Clock.ResumeAsync();
        await held.ContinueAsync();
        await Expect(visit.Page.GetByText("Sent. We have your reply.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("It is the blue one.")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByText("Which printer?")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task CU9_CU10_what_was_refused_stays_typed_with_the_reason_when_the_page_looks_again()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await LiveConnection.OpenAsync(visit, ticket);
        await visit.Page.GetByLabel("Your reply").FillAsync("See the picture.");
        await visit.Page.Locator(".attach summary").ClickAsync();
        await visit.Page.Locator("#files").SetInputFilesAsync(
            new FilePayload { Name = "screen.png", MimeType = "image/png", Buffer = "no picture"u8.ToArray() });
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("See the picture.");

        await ticket.AnswerAsync("Which printer?");
        await Expect(visit.Page.GetByText("Which printer?")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("See the picture.");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send reply" }).ClickAsync();
        await Expect(visit.Page.GetByText("Sent. We have your reply.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("");
    }
}
