using static Microsoft.Playwright.Assertions;

namespace Helpdesk.Browser.Browsing;

/// <summary>Every page that there is, and how to come there.</summary>
public static class Places
{
    /// <summary>Those with an address of their own, for a ticket.</summary>
    public static IReadOnlyList<(string Name, string Path)> Of(FollowedTicket ticket, FollowedTicket closed) =>
    [
        ("home", "/"), ("new", "/new"), ("opened", $"/opened/{ticket.Secret}"), ("ticket", ticket.Path), ("ticket-close", $"{ticket.Path}?close=true"), ("ticket-closed", closed.Path),
        ("print", $"{ticket.Path}/print"), ("follow", "/follow"), ("follow-sent", "/follow?sent=true"), ("status", "/status"),
        ("sign-in", "/sign-in"), ("register", "/register"), ("password-reset", "/password-reset"), ("missing", "/nothing-here"),
    ];

    /// <summary>Goes to each page, those that answer a form too.</summary>
    public static async IAsyncEnumerable<string> AllAsync(Started started, Visit visit)
    {
        var (ticket, closed) = (await FollowedTicket.OpenAsync(started, withPicture: true), await FollowedTicket.OpenAsync(started));
        await ticket.TakenAsync();
        await ticket.AnswerAsync("Did you try another cable?");
        await closed.CloseAsync();
        foreach (var (name, path) in Of(ticket, closed))
        {
            await visit.GoAsync(path);
            yield return name;
        }

        var form = new NewTicket(started, visit);
        await form.OpenAsync();
        await form.HandInAsync();
        await Expect(form.Problems).ToBeVisibleAsync();
        yield return "new-wrong";
        await form.FillAsync();
        await form.FileField.SetInputFilesAsync([Pictures.Named("screen.png"), Pictures.Named("cable.png")]);
        await form.SolveAsync();
        yield return "new-filled";
        await form.ReviewAsync();
        yield return "review";
    }
}
