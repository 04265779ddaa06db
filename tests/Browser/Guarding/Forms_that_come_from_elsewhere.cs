using Helpdesk.Browser.Browsing;

namespace Helpdesk.Browser.Guarding;

public sealed class Forms_that_come_from_elsewhere(CommonSystem system)
{
    [Theory]
    [InlineData("/new?handler=Send")]
    [InlineData("/new?handler=Review")]
    [InlineData("/follow")]
    [InlineData("/appearance")]
    [InlineData("/captcha/picture")]
    [InlineData("/captcha/proof")]
    [InlineData("/t/{secret}?handler=Reply")]
    [InlineData("/t/{secret}?handler=Close")]
    [InlineData("/t/{secret}?handler=Rate")]
    public async Task F6_are_refused_without_a_token_and_with_somebody_elses(string address)
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        address = address.Replace("{secret}", ticket.Secret, StringComparison.Ordinal);
        await using var stranger = await system.VisitAsync();
        await stranger.GoAsync("/new");
        var token = await stranger.Page.Locator("main input[name=__RequestVerificationToken]").InputValueAsync();

        await using var visit = await system.VisitAsync();
        await visit.GoAsync("/new");
        foreach (var fields in new[] { "", $"&__RequestVerificationToken={Uri.EscapeDataString(token)}" })
        {
            var answer = await visit.Context.APIRequest.PostAsync(address, new()
            {
                Data = "Text=Mine&theme=dark&Score=1" + fields,
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
            });
            Assert.Equal(400, answer.Status);
        }

        Assert.Single(await ticket.TextsAsync());
        Assert.NotEqual("Closed", await ticket.StatusAsync());
    }

    [Fact]
    public async Task F6_do_nothing_in_the_name_of_who_is_here()
    {
        var ticket = await FollowedTicket.OpenAsync(system);
        await using var visit = await system.VisitAsync();
        await visit.GoAsync(ticket.Path);
        await visit.Page.RouteAsync("http://elsewhere.test/**", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = $"<form method=post action='{system.Address}{ticket.Path}?handler=Close'><button>Win a prize</button></form>",
        }));
        await visit.GoAsync("http://elsewhere.test/");
        await visit.Page.GetByText("Win a prize").ClickAsync();
        await visit.ExpectHeading().ToHaveTextAsync("This form is no longer valid");
        Assert.NotEqual("Closed", await ticket.StatusAsync());
    }

    [Fact]
    public async Task F6_no_other_page_may_show_ours_inside_of_it()
    {
        await using var visit = await system.VisitAsync();
        var policy = (await visit.GoAsync("/")).Headers["content-security-policy"];
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", policy, StringComparison.Ordinal);
    }
}
