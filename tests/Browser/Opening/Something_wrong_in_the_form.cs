using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

public sealed class Something_wrong_in_the_form(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU1_keeps_what_was_typed_and_chosen_and_asks_for_no_second_captcha(bool script)
    {
        await using var visit = await system.VisitAsync(new(Script: script));
        var form = new NewTicket(system, visit) { Description = "Short" };
        await form.OpenAsync();
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync(Pictures.Named("screen.png"));
        await form.SolveAsync();
        await form.HandInAsync();
        await Expect(form.Problems).ToContainTextAsync("at least 10 characters");
        await form.ExpectEverythingTypedAsync();
        await Expect(visit.Page.Locator(".file")).ToContainTextAsync("screen.png");
        await Expect(form.Answer).ToHaveCountAsync(0);
        await form.DescriptionField.FillAsync("Long enough to be understood.");
        await form.ReviewAsync();
        await Expect(visit.Page.GetByText("screen.png")).ToBeVisibleAsync();
        await form.SendAsync();
        Assert.Single(await form.FoundAsync());
    }

    [Fact]
    public async Task CU1_every_wrong_field_is_named_and_leads_to_its_place()
    {
        await using var visit = await system.VisitAsync(new("es"));
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.HandInAsync();
        await Expect(form.Problems).ToBeFocusedAsync();
        await Expect(form.Problems.Locator("li")).ToHaveCountAsync(5);
        var named = await form.Problems.Locator("a").EvaluateAllAsync<string[]>("links => links.map(link => link.hash)");
        Assert.Equal(["#form-categoryid-field", "#form-description-field", "#form-name-field", "#form-email-field",
            "#captcha-answer-field"], named);
        await form.Problems.GetByRole(AriaRole.Link, new() { Name = "Escribe tu correo." }).ClickAsync();
        await Expect(visit.Page.Locator("#form-email-field")).ToBeInViewportAsync();
        await Expect(form.EmailField).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Contains("form-email-error", await form.EmailField.GetAttributeAsync("aria-describedby"), StringComparison.Ordinal);
        await Expect(visit.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/new"));
    }

    [Fact]
    public async Task CU1_a_captcha_read_wrongly_brings_another_image_and_keeps_the_rest()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        var first = await form.CaptchaId.InputValueAsync();
        await form.Answer.FillAsync("WRONG1");
        await form.HandInAsync();
        await Expect(form.Problems).ToContainTextAsync("That did not match.");
        await form.ExpectEverythingTypedAsync();
        Assert.NotEqual(first, await form.CaptchaId.InputValueAsync());
        await form.SolveAsync();
        await form.ReviewAsync();
    }

    [Fact]
    public async Task CU1_another_image_can_be_asked_for_and_nothing_typed_is_lost()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        var (picture, id) = (await form.Picture.GetAttributeAsync("src"), await form.CaptchaId.InputValueAsync());
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Another image" }).ClickAsync();
        await Expect(form.CaptchaId).Not.ToHaveValueAsync(id);
        Assert.NotEqual(picture, await form.Picture.GetAttributeAsync("src"));
        await Expect(form.Answer).ToBeFocusedAsync();
        await form.ExpectEverythingTypedAsync();
        await form.SolveAsync();
        await form.ReviewAsync();
    }

    [Fact]
    public async Task CU1_who_cannot_see_the_image_lets_the_machine_work_by_the_keyboard_alone()
    {
        await using var visit = await system.VisitAsync();
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.Answer.FocusAsync();
        await Tabbing.ToAsync(visit.Page, "[data-action='captcha#work']");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByText("Done: you do not need the image.")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await Tabbing.ToAsync(visit.Page, ".button.primary");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.ExpectHeading().ToHaveTextAsync("Does everything look right?");
        await form.SendAsync();
        Assert.Single(await form.FoundAsync());
    }
}
