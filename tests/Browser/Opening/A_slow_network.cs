using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

/// <summary>Something arrives later than somebody types.</summary>
public sealed class A_slow_network(CommonSystem system)
{
    [Fact]
    public async Task CU1_who_was_in_a_field_before_the_script_came_stays_there()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        var script = await visit.HoldAsync("**/helpdesk*.js");
        await form.HandInAsync();
        await Expect(form.Problems).ToBeVisibleAsync();
        await form.SubjectField.FillAsync("Printer");
        await (await script).ContinueAsync();
        await visit.RestAsync();
        await Expect(form.SubjectField).ToBeFocusedAsync();
        await Expect(form.SubjectField).ToHaveValueAsync("Printer");
    }

    [Fact]
    public async Task CU1_another_image_that_comes_late_leaves_who_went_on_where_they_are()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        var id = await form.CaptchaId.InputValueAsync();
        var picture = await visit.HoldAsync("**/captcha/picture");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Another image" }).ClickAsync();
        await form.SubjectField.FillAsync("Printer");
        await (await picture).ContinueAsync();
        await Expect(form.CaptchaId).Not.ToHaveValueAsync(id);
        await Expect(form.SubjectField).ToBeFocusedAsync();
    }

    [Fact]
    public async Task CU1_a_form_seen_before_is_shown_when_it_comes_and_not_before()
    {
        await using var visit = await system.VisitAsync();
        var link = visit.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "New ticket" });
        await visit.GoAsync("/");
        var home = await visit.Page.Locator("h1").InnerTextAsync();
        await link.ClickAsync();
        await visit.ExpectHeading().ToHaveTextAsync("Open a ticket");
        await visit.RestAsync();
        await visit.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link).First.ClickAsync();
        await visit.ExpectHeading().ToHaveTextAsync(home);
        await visit.RestAsync();
        var page = await visit.HoldAsync("**/new");
        await link.ClickAsync();
        var held = await page;
        // Whatever the browser remembers it shows within a frame.
        await visit.Page.EvaluateAsync(
            "new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))");
        await visit.ExpectHeading().ToHaveTextAsync(home);
        await held.ContinueAsync();
        await visit.ExpectHeading().ToHaveTextAsync("Open a ticket");
    }
}
