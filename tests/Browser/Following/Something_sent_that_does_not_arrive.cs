using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Following;

public sealed class Something_sent_that_does_not_arrive(CommonSystem system)
{
    [Theory]
    [InlineData(0, "This could not be sent.")]
    [InlineData(503, "This could not be sent.")]
    [InlineData(413, "This is too much at once")]
    [InlineData(429, "Too many requests.")]
    public async Task CU10_N11_stays_typed_and_is_sent_once_on_the_next_try(int status, string said)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync(ticket.Path);
        var tries = 0;
        await visit.Page.RouteAsync("**/*", route => (route.Request.Method, status) switch
        {
            ("POST", 0) when tries++ == 0 => route.AbortAsync(),
            ("POST", > 0) when tries++ == 0 =>
                route.FulfillAsync(new() { Status = status, ContentType = "text/html",
                Body = "<!doctype html><title>Elsewhere</title><body>Elsewhere</body>" }),
            _ => route.ContinueAsync(),
        });
        await visit.Page.GetByLabel("Your reply").FillAsync("It is the blue one.");
        await visit.Page.Locator(".attach summary").ClickAsync();
        await visit.Page.Locator("#files").SetInputFilesAsync(Pictures.Named("blue.png"));
        var send = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send reply" });
        await send.ClickAsync();
        await Expect(visit.Page.Locator("#toasts")).ToContainTextAsync(said);
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("It is the blue one.");
        await send.ClickAsync();
        await Expect(visit.Page.GetByText("Sent. We have your reply.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".message.mine").Last).ToContainTextAsync("blue.png");
        await Expect(visit.Page.GetByLabel("Your reply")).ToHaveValueAsync("");
        Assert.Equal(["It prints half of each page.", "It is the blue one."], await ticket.TextsAsync());
    }
}
