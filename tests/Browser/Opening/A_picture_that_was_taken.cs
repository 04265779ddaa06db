using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Opening;

public sealed class A_picture_that_was_taken(CommonSystem system)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CU5_CU18_is_seen_in_the_review_and_back_in_the_form(bool script)
    {
        await using var visit = await system.VisitAsync(new(Script: script));
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync(Pictures.Named("screen.png"));
        await form.SolveAsync();
        await form.ReviewAsync();
        await ExpectSeenAsync(visit);
        await form.EditButton.ClickAsync();
        await Expect(visit.Page.Locator("[data-uploaded]")).ToHaveCountAsync(1);
        await ExpectSeenAsync(visit);
        Assert.Empty(visit.Complaints);
    }

    static async Task ExpectSeenAsync(Visit visit)
    {
        var answer = await visit.Context.APIRequest.GetAsync((await visit.Page.Locator(".file img").GetAttributeAsync("src"))!);
        Assert.Equal((200, "image/webp"), (answer.Status, answer.Headers["content-type"]));
        await Expect(visit.Page.Locator(".file img")).ToBeVisibleAsync();
    }
}
