namespace Helpdesk.Portal.Tests;

static class Tickets
{
    public const string Api = "/api/tickets/HD-000001";

    /// <summary>What Ticketing shows to the ticket's customer.</summary>
    public static object Of(Guid id, int version) => new
    {
        id, number = "HD-000001", subject = "The door", status = "New",
        category = new { id = Guid.Empty, name = "Access" }, area = new { id = Guid.Empty, name = "Support" },
        customer = new { name = "Cleo", email = "cleo@example.org" },
        openedAt = DateTimeOffset.UnixEpoch, updatedAt = DateTimeOffset.UnixEpoch,
        allowed = new { reply = true, close = true, reopen = false, rate = false, replyGoes = "Here" }, version,
    };

    /// <summary>Every link leads to this ticket.</summary>
    public static void Show(Browser browser, object ticket)
    {
        browser.Services.On("GET", "/api/tracking", 200, new { number = "HD-000001" });
        browser.Services.On("GET", Api, 200, ticket);
        browser.Services.On("GET", $"{Api}/messages", 200, new { items = Array.Empty<object>(), more = false });
    }
}
