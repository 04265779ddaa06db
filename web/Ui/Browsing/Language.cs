using System.Globalization;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Helpdesk.Ui.Browsing;

/// <summary>
/// In which language a person reads: what they chose, else what their account says, else their browser, else the installation.
/// </summary>
public static class Language
{
    public const string Cookie = "language";

    public static IReadOnlyList<string> All { get; } = ["es", "en"];

    public static void UseLanguage(this WebApplication app) => app.Use((context, next) =>
    {
        var culture = CultureInfo.GetCultureInfo(Of(context));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return next(context);
    });

    /// <summary>The language of this request; outside of one, as in work that goes on by itself, English.</summary>
    public static string Current => IsKnown(CultureInfo.CurrentUICulture.Name) ? CultureInfo.CurrentUICulture.Name : "en";

    public static bool IsKnown(string? language) => language is not null && All.Contains(language);

    static string Of(HttpContext context)
    {
        var settings = context.RequestServices.GetRequiredService<CachedSettings>().Current;
        string?[] preferred =
        [
            context.Request.Cookies[Cookie], context.User.FindFirst(Claims.Language)?.Value, .. Accepted(context.Request),
            settings.Language,
        ];
        return preferred.FirstOrDefault(x => IsKnown(x) && settings.Languages.Contains(x!)) ?? settings.Language;
    }

    static IEnumerable<string> Accepted(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(x => x.Quality ?? 1).Select(x => x.Value.ToString().Split('-')[0].ToLowerInvariant());
}
