using Helpdesk.Api.Formats;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Browsing;

/// <summary>The time zone of the browser, which its script tells once in a cookie. Whoever has no script has none here.</summary>
static class BrowserTimeZone
{
    public const string Cookie = "zone";

    // Browsers go on calling some zones by names that newer machines do not know any more.
    static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["Africa/Asmera"] = "Africa/Asmara", ["America/Buenos_Aires"] = "America/Argentina/Buenos_Aires",
        ["America/Catamarca"] = "America/Argentina/Catamarca", ["America/Cordoba"] = "America/Argentina/Cordoba",
        ["America/Jujuy"] = "America/Argentina/Jujuy", ["America/Mendoza"] = "America/Argentina/Mendoza",
        ["America/Coral_Harbour"] = "America/Atikokan", ["America/Godthab"] = "America/Nuuk",
        ["America/Indianapolis"] = "America/Indiana/Indianapolis", ["America/Louisville"] = "America/Kentucky/Louisville",
        ["Asia/Calcutta"] = "Asia/Kolkata", ["Asia/Katmandu"] = "Asia/Kathmandu", ["Asia/Rangoon"] = "Asia/Yangon",
        ["Asia/Saigon"] = "Asia/Ho_Chi_Minh", ["Atlantic/Faeroe"] = "Atlantic/Faroe", ["Europe/Kiev"] = "Europe/Kyiv",
        ["Pacific/Enderbury"] = "Pacific/Kanton", ["Pacific/Ponape"] = "Pacific/Pohnpei", ["Pacific/Truk"] = "Pacific/Chuuk",
    };

    /// <summary>Null when the browser told none, or none that there is.</summary>
    public static TimeZoneInfo? Of(HttpContext? context) => context?.Request.Cookies[Cookie] is { Length: > 0 } told
        && (IanaTimeZone.TryFind(Renamed.GetValueOrDefault(told, told), out var zone) || IanaTimeZone.TryFind(told, out zone))
            ? zone
            : null;
}
