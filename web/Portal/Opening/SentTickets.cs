using System.Security.Cryptography;
using System.Text.Json;
using Helpdesk.Api.Formats;
using Helpdesk.ServiceDefaults.Protection;

namespace Helpdesk.Portal.Opening;

/// <summary>
/// What this browser opened a moment ago. Ticketing opens one ticket for a form that is sent twice, but only for the same caller: who sent
/// it, signed in meanwhile and goes back in the browser must not open another one.
/// </summary>
sealed class SentTickets(IHttpContextAccessor browser, ValueProtector protector)
{
    const string Cookie = "sent";
    const int Most = 3;

    static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    public sealed record Sent(string Key, string Words, string Secret);

    public sealed record All(IReadOnlyList<Sent> Items);

    /// <summary>The ticket of this form; null when it was not sent, or was another text then.</summary>
    public string? Find(TicketForm form) => Read().FirstOrDefault(x => x.Key == form.Key && x.Words == WordsOf(form))?.Secret;

    public void Remember(TicketForm form, string secret)
    {
        if (form.Key is not { Length: > 0 and <= 200 } key || browser.HttpContext is not { } context)
            return;
        var all = new All([new Sent(key, WordsOf(form), secret), .. Read().Take(Most - 1)]);
        context.Response.Cookies.Append(Cookie, protector.Protect(all, Remembered), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/new", MaxAge = Remembered,
            IsEssential = true,
        });
    }

    IReadOnlyList<Sent> Read() => protector.Unprotect<All>(browser.HttpContext?.Request.Cookies[Cookie])?.Items ?? [];

    static string WordsOf(TicketForm form)
    {
        // As they are stored: a browser gives a text back with other line breaks than it took.
        var (subject, description) = (TextSanitizer.Line(form.Subject), TextSanitizer.Multiline(form.Description));
        var words = JsonSerializer.SerializeToUtf8Bytes(new { form.CategoryId, subject, description, form.Kept });
        return Convert.ToHexString(SHA256.HashData(words).AsSpan(0, 16));
    }
}
