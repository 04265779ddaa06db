using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Accounts;

public sealed class The_second_step(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SE9_is_set_up_asked_for_passed_by_code_or_recovery_code_and_turned_off(bool script)
    {
        var person = await Person.RegisterAsync(system);
        await using var visit = await system.VisitAsync(new(Script: script));
        var (code, password) = (visit.Page.Locator("#code"), visit.Page.Locator("#password"));
        await person.SignInAsync(visit);
        await visit.GoAsync("/account/two-factor");
        await password.FillAsync("Not-this-one-at-all-9");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToContainTextAsync("This is not your password");
        await password.FillAsync(person.Password);
        await visit.SubmitAsync();

        await Expect(visit.Page.Locator(".key")).ToBeVisibleAsync();
        await visit.RestAsync();
        var key = await visit.Page.Locator(".key").InnerTextAsync();
        var phone = new Authenticator(key);
        Assert.True(await visit.Page.Locator(".qr")
            .EvaluateAsync<bool>("picture => picture.decode().then(() => picture.naturalWidth > 0)"));
        await code.FillAsync("12");
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".wrong-fields")).ToContainTextAsync("This is not the code your authenticator app shows now.");
        await Expect(visit.Page.Locator(".key")).ToHaveTextAsync(key);
        await code.FillAsync(phone.Code());
        await visit.SubmitAsync();
        await Expect(visit.Page.Locator(".codes")).ToBeVisibleAsync();
        await visit.RestAsync();
        var codes = (await visit.Page.Locator(".codes").InputValueAsync()).Split('\n');
        Assert.Equal(codes.Length, codes.Distinct().Count());
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "I have saved them" }).ClickAsync();
        await Expect(visit.Page.Locator("main .badge.done")).ToHaveTextAsync("On");

        // Each code is good once: the next half minute's for the second time, and then one that was kept.
        foreach (var shown in new[] { () => phone.Code(1), () => codes[0] })
        {
            await SignOutAsync(visit);
            await person.GiveAsync(visit, person.Password);
            await visit.ExpectHeading().ToHaveTextAsync("One more step");
            Assert.DoesNotContain(await visit.Context.CookiesAsync(), x => x.Name == "helpdesk");
            await code.FillAsync("nothing-like-it");
            await visit.SubmitAsync();
            await Expect(visit.Page.Locator(".wrong-fields")).ToContainTextAsync("This code is wrong or was already used.");
            await code.FillAsync(shown());
            await visit.SubmitAsync();
            await visit.ExpectHeading().ToHaveTextAsync("My tickets");
        }

        await visit.GoAsync("/account/two-factor");
        await password.FillAsync(person.Password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Turn off" }).ClickAsync();
        await Expect(visit.Page.GetByText("Two-step verification is off.")).ToBeVisibleAsync();
        await SignOutAsync(visit);
        await person.SignInAsync(visit);
        Assert.Empty(visit.Complaints);
    }

    static async Task SignOutAsync(Visit visit)
    {
        await visit.GoAsync("/account");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(visit.Page.GetByText("You are signed out.")).ToBeVisibleAsync();
    }
}
