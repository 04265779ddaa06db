using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Portal.Opening;

/// <summary>
/// What this browser opened a moment ago. Ticketing opens one ticket for a form that is sent twice, but only for the same caller: whoever
/// sent it, signed in meanwhile and goes back in the browser must not open another one.
/// </summary>
sealed class RecentTickets(IHttpContextAccessor browser, ValueProtector protector)
{
    const string Cookie = "recent-tickets";
    const int Most = 3;

    static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public sealed record Entry(string Key, string Digest, string Secret);

    public sealed record Entries(IReadOnlyList<Entry> Items);

    /// <summary>The ticket of this form; null when it was not sent, or was another text then.</summary>
    public string? Find(TicketForm form) => Read().FirstOrDefault(x => x.Key == form.Key && x.Digest == DigestOf(form))?.Secret;

    public void Remember(TicketForm form, string secret)
    {
        if (form.Key is not { Length: > 0 and <= 200 } key || browser.HttpContext is not { } context)
            return;
        var all = new Entries([new Entry(key, DigestOf(form), secret), .. Read().Take(Most - 1)]);
        context.Response.Cookies.Append(Cookie, protector.Protect(all, Remembered), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/new", MaxAge = Remembered,
            IsEssential = true,
        });
    }

    sealed record Content(Guid? CategoryId, string Subject, string Description, IReadOnlyList<string> Receipts);

    IReadOnlyList<Entry> Read() => protector.Unprotect<Entries>(browser.HttpContext?.Request.Cookies[Cookie])?.Items ?? [];

    static string DigestOf(TicketForm form)
    {
        // As they are stored: a browser gives a text back with other line breaks than it took.
        var (subject, description) = (TextSanitizer.Line(form.Subject), TextSanitizer.Multiline(form.Description));
        var content = JsonSerializer.SerializeToUtf8Bytes(new Content(form.CategoryId, subject, description, form.Receipts));
        return Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 16));
    }
}
