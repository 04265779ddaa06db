namespace Helpdesk.Portal.Tests;

static class Tickets
{
    /// <summary>What Ticketing answers to who has the ticket's link.</summary>
    public static object Of(Guid id, int version) => new
    {
        ticket = new
        {
            id, number = "HD-000001", subject = "The door", status = "New",
            category = new { id = Guid.Empty, name = "Access" }, area = new { id = Guid.Empty, name = "Support" },
            customer = new { name = "Cleo", email = "cleo@example.org" },
            openedAt = DateTimeOffset.UnixEpoch, updatedAt = DateTimeOffset.UnixEpoch,
            allowed = new { reply = true, close = true, reopen = false, rate = false, replyGoes = "Here" }, version,
        },
        messages = new { items = Array.Empty<object>(), more = false },
    };
}
