using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

public sealed class Sent_more_than_once(CommonSystem system)
{
    [Fact]
    public async Task CU5_two_clicks_open_one_ticket()
    {
        await using var visit = await system.VisitAsync();
        var form = await AtReviewAsync(visit);
        await visit.PressTwiceAsync(form.SendButton);
        await form.ExpectOpenedAsync();
        Assert.Single(await form.FoundAsync());
        Assert.Single(visit.Requests, x => x.Method == "POST" && x.Url.Contains("handler=Send", StringComparison.Ordinal));
    }

    [Fact]
    public async Task N11_the_same_form_twice_at_once_opens_one_ticket()
    {
        await using var visit = await system.VisitAsync();
        var form = await AtReviewAsync(visit);
        var addresses = await visit.Page.EvaluateAsync<string[]>("""
            async () => {
              const form = document.querySelector("main form")
              const send = () => fetch("/new?handler=Send", { method: "POST", body: new FormData(form) }).then((answer) => answer.url)
              return Promise.all([send(), send(), send()])
            }
            """);
        Assert.Contains("/opened/", Assert.Single(addresses.Distinct()), StringComparison.Ordinal);
        Assert.Single(await form.FoundAsync());
    }

    [Fact]
    public async Task CU6_a_reload_shows_the_same_ticket()
    {
        await using var visit = await system.VisitAsync();
        var form = await AtReviewAsync(visit);
        await form.SendAsync();
        var link = await visit.Page.Locator("#link").InputValueAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator("#link")).ToHaveValueAsync(link);
        Assert.Single(await form.FoundAsync());
    }

    async Task<NewTicket> AtReviewAsync(Visit visit)
    {
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.SolveAsync();
        await form.ReviewAsync();
        return form;
    }
}
