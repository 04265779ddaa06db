using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Looking;

public sealed class A_page_that_is_being_fetched(CommonSystem system)
{
    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Leaves_the_one_before_it_for_everybody(string language)
    {
        await using var visit = await system.VisitAsync(new(language, LessMotion: true));
        var inspection = await Inspection.BeginAsync(visit);
        await visit.GoAsync("/");
        var asked = new TaskCompletionSource<IRoute>();
        await visit.Page.RouteAsync("**/follow", route =>
        {
            asked.TrySetResult(route);
            return Task.CompletedTask;
        });
        await visit.Page.Locator("a[href='/follow']").First.DispatchEventAsync("click");
        var held = await asked.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        await Expect(visit.Page.Locator(".turbo-progress-bar")).ToBeVisibleAsync();
        await inspection.OfLeftAsync("home-left");
        await held.ContinueAsync();
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/follow$"));
        inspection.ExpectNoFaults(system.Address);
    }
}
