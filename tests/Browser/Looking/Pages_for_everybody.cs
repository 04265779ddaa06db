using Helpdesk.Browser.Browsing;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Looking;

/// <summary>Each page that needs no account, and what comes back from its form.</summary>
public sealed class Pages_for_everybody(CommonSystem system)
{
    [Theory]
    [InlineData("es")]
    [InlineData("en")]
    public async Task Are_for_everybody_complain_of_nothing_and_ask_nobody_else(string language)
    {
        await using var visit = await system.VisitAsync(new(language, LessMotion: true));
        var inspection = await Inspection.BeginAsync(visit);
        await PassAsync(visit, inspection);
        await FormsAsync(visit, inspection);
        await TicketAsync(visit, inspection);
        inspection.ExpectNoFaults(system.Address);
    }

    static async Task PassAsync(Visit visit, Inspection inspection)
    {
        (string, string)[] pages =
        [
            ("home", "/"), ("new", "/new"), ("follow", "/follow"), ("follow-sent", "/follow?sent=true"), ("status", "/status"),
                ("sign-in", "/sign-in"), ("sign-in-ended", "/sign-in?ended=true"),
            ("register", "/register"), ("register-sent", "/register?sent=true"), ("password-reset", "/password-reset"),
                ("password-reset-sent", "/password-reset?sent=true"),
            ("link-gone", "/confirmation/nothing"), ("missing", "/nothing-here"),
        ];
        foreach (var (name, path) in pages)
        {
            await visit.GoAsync(path);
            await inspection.OfAsync(name);
        }
    }

    static async Task FormsAsync(Visit visit, Inspection inspection)
    {
        foreach (var form in new[] { "follow", "register", "password-reset", "sign-in" })
        {
            await visit.GoAsync($"/{form}");
            await visit.SubmitAsync();
            await Expect(visit.Page.Locator(".wrong-fields")).ToBeVisibleAsync();
            await inspection.OfAsync($"{form}-wrong");
        }
    }

    async Task TicketAsync(Visit visit, Inspection inspection)
    {
        var form = new NewTicket(system, visit);
        await form.OpenAsync();
        await form.HandInAsync();
        await Expect(form.Problems).ToBeVisibleAsync();
        await inspection.OfAsync("new-wrong");
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync([Pictures.Named("screen.png"), Pictures.Named("cable.png")]);
        await form.SolveAsync();
        await inspection.OfAsync("new-filled");
        await form.ReviewAsync();
        await inspection.OfAsync("review");
        await form.SendAsync();
        await inspection.OfAsync("opened");

        var (ticket, closed) = (await FollowedTicket.OpenAsync(system, withPicture: true), await FollowedTicket.OpenAsync(system));
        await ticket.TakenAsync();
        await ticket.AnswerAsync("Did you try another cable? We have one at the front desk, and somebody there can plug it in for you.");
        await closed.CloseAsync();
        foreach (var (name, path) in new[] { ("ticket", ticket.Path), ("ticket-close", $"{ticket.Path}?close=true"),
            ("print", $"{ticket.Path}/print"), ("ticket-closed", closed.Path) })
        {
            await visit.GoAsync(path);
            await inspection.OfAsync(name);
        }
    }
}
