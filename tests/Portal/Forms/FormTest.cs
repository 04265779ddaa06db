using System.Net;

namespace Helpdesk.Portal.Tests.Forms;

/// <summary>What the tests about forms that cannot be sent have in common: a browser of today, a ticket, a sign-in.</summary>
public abstract class FormTest(PortalHost portal)
{
    internal const string Letter = "It prints <half> of each page & stops.\r\n   Since Monday, “always”.";

    protected static Guid Ana { get; } = Guid.CreateVersion7();

    protected static Guid Bruno { get; } = Guid.CreateVersion7();

    protected static string Link { get; } = $"/t/{new string('A', 32)}";

    /// <summary>What Captcha answers to who wants an image.</summary>
    protected static object Picture => new { id = Guid.NewGuid(), image = "data:image/png;base64,", width = 1, height = 1 };

    protected PortalHost Portal => portal;

    internal Browser Open() => portal.Open().From("same-origin");

    internal async Task<Browser> OpenAsAnaAsync()
    {
        var browser = Open();
        await browser.SignInAsync(account: Ana);
        ShowTicket(browser);
        return browser;
    }

    internal static void ShowTicket(Browser browser, bool rate = false)
    {
        browser.Services.On("GET", "/api/tickets/HD-000071", 200, Ticket(rate));
        browser.Services.On("GET", "/api/tickets/HD-000071/messages", 200, new { items = Array.Empty<object>(), more = false });
        browser.Services.On("GET", "/api/tracking", 200, new { number = "HD-000071" });
        browser.Services.On("GET", "/api/tickets", 200, new { items = Array.Empty<object>(), more = false });
        browser.Services.On("GET", "/api/accounts/me", 200, Accounts.Ana());
    }

    /// <summary>The session is over wherever it is shown.</summary>
    internal static void EndSession(Browser browser, string method, string path)
    {
        browser.Services.Refuse(method, path, 401, "session-ended");
        browser.Services.Refuse("POST", "/api/sessions/refresh", 401, "session-ended");
    }

    /// <summary>Signs in at the page that came instead.</summary>
    internal static Task<PageResponse> SignInAsync(
        Browser browser, PageResponse page, Guid account, bool mustChangePassword = false, bool mustSetUpTwoFactor = false)
    {
        browser.Services.On("POST", "/api/sessions", 200, Sessions.Of(
            "access-2", $"refresh-{Guid.NewGuid():N}", "Ana Paz", null, mustChangePassword, mustSetUpTwoFactor, account));
        return browser.SendAsync(page, "/sign-in", ("Email", "ana@example.org"), ("Password", "a quiet harbour"));
    }

    /// <summary>Signs out in another tab of this browser.</summary>
    internal static async Task SignOutElsewhereAsync(Browser browser)
    {
        browser.Services.On("DELETE", "/api/sessions/current", 204);
        Assert.Equal("/sign-in", (await browser.SendAsync(await browser.GetAsync("/register"), "/sign-out")).Location);
    }

    /// <summary>What stands in the page's fields, as a person sees it there.</summary>
    internal static string Typed(PageResponse seen) => WebUtility.HtmlDecode(seen.Html);

    static object Ticket(bool rate) => new
    {
        id = Guid.Empty, number = "HD-000071", subject = "The door", status = "InProgress",
        category = new { id = Guid.Empty, name = "Access" },
        area = new { id = Guid.Empty, name = "Support" }, customer = new { name = "Ana", email = "ana@example.org" },
        openedAt = DateTimeOffset.UnixEpoch, updatedAt = DateTimeOffset.UnixEpoch,
        allowed = new { reply = true, close = true, reopen = false, rate, replyGoes = "Here" }, version = 1,
    };
}
