using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Following;

public sealed class Something_sent_that_does_not_arrive(Started started)
{
    [Theory]
    [InlineData(0, "That could not be sent.")]
    [InlineData(503, "That could not be sent.")]
    [InlineData(413, "That is too much at once")]
    [InlineData(429, "That was too much in a short time.")]
    public async Task CU10_N11_stays_typed_and_is_sent_once_on_the_next_try(int status, string said)
    {
        var ticket = await FollowedTicket.OpenAsync(started);
        await using var visit = await started.VisitAsync();
        await visit.GoAsync(ticket.Path);
        var tries = 0;
        await visit.Page.RouteAsync("**/*", route => (route.Request.Method, status) switch
        {
            ("POST", 0) when tries++ == 0 => route.AbortAsync(),
            ("POST", > 0) when tries++ == 0 => route.FulfillAsync(new() { Status = status, ContentType = "text/html", Body = "<!doctype html><title>Elsewhere</title><body>Elsewhere</body>" }),
            _ => route.ContinueAsync(),
        });
        await visit.Page.GetByLabel("Your answer").FillAsync("It is the blue one.");
        await visit.Page.Locator(".attach summary").ClickAsync();
        await visit.Page.Locator("#files").SetInputFilesAsync(Pictures.Named("blue.png"));
        var send = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Send the answer" });
        await send.ClickAsync();
        await Expect(visit.Page.Locator("#toasts")).ToContainTextAsync(said);
        await Expect(visit.Page.GetByLabel("Your answer")).ToHaveValueAsync("It is the blue one.");
        await send.ClickAsync();
        await Expect(visit.Page.GetByText("Sent. We have your answer.")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator(".message.mine").Last).ToContainTextAsync("blue.png");
        await Expect(visit.Page.GetByLabel("Your answer")).ToHaveValueAsync("");
        Assert.Equal(["It prints half of each page.", "It is the blue one."], await ticket.TextsAsync());
    }
}
