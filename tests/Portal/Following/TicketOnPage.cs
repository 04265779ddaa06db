using System.Text.Json;

namespace Helpdesk.Portal.Tests.Following;

/// <summary>A ticket as Ticketing shows it to its customer, with what a test wants to be otherwise.</summary>
static class TicketOnPage
{
    public static Guid FileId { get; } = Guid.CreateVersion7();

    public static string Link { get; } = $"/t/{new string('B', 32)}";

    public static object Of(
        string? assignee = "Ada", string subject = "The door", string status = "InProgress", object? closing = null) => new
    {
        id = Guid.Empty, number = "HD-000071", subject, status,
        category = new { id = Guid.Empty, name = "Access" }, area = new { id = Guid.Empty, name = "Support" },
        customer = new { name = "Ana Paz", email = "ana@example.org" },
        assignee = assignee is null ? null : new { id = Guid.Empty, name = assignee }, closing,
        openedAt = DateTimeOffset.UnixEpoch, updatedAt = DateTimeOffset.UnixEpoch,
        allowed = new { reply = true, close = true, reopen = false, rate = false, replyGoes = "Here" }, version = 1,
    };

    public static object Message(
        string text = "It is stuck.", string author = "Ana Paz", string kind = "Customer", string? at = null, params object[] files) => new
    {
        id = Guid.CreateVersion7(), kind = "PublicReply", authorKind = kind, authorName = author, text,
        at = at ?? "2026-07-01T22:30:00Z", attachments = files,
    };

    /// <summary>A picture; its own address is good for some minutes only and is no matter of pages.</summary>
    public static object Picture(Guid? id = null, string name = "screen.png", string? purgedAt = null) => new
    {
        id = id ?? FileId, fileName = name, contentType = "image/png", size = 1,
        url = $"/api/attachments/{id ?? FileId}?grant=of-the-list", purgedAt,
    };

    /// <summary>Shown through its link and to its owner.</summary>
    public static void Show(Browser browser, object ticket, params object[] messages)
    {
        LeadToIt(browser);
        browser.Services.On("GET", "/api/tickets/HD-000071", 200, ticket);
        browser.Services.On("GET", "/api/tickets/HD-000071/messages", 200, new { items = messages, more = false });
    }

    /// <summary>What a link says of where it leads.</summary>
    public static void LeadToIt(Browser browser) => browser.Services.On("GET", "/api/tracking", 200, new { number = "HD-000071" });

    public static object Download(Guid file, string grant) => new
    {
        id = file, fileName = "screen.png", contentType = "image/png", size = 1, url = $"/api/attachments/{file}?grant={grant}",
        previewUrl = $"/api/attachments/{file}/preview?grant={grant}",
    };
}
