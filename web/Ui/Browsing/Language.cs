using System.Globalization;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace Helpdesk.Ui.Browsing;

/// <summary>In which language a person reads: what he chose, else what his account says, else his browser, else the installation.</summary>
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
        var facts = context.RequestServices.GetRequiredService<InstallationFacts>().Current;
        string?[] wishes = [context.Request.Cookies[Cookie], context.User.FindFirst(Claims.Language)?.Value, .. Accepted(context.Request), facts.Language];
        return wishes.FirstOrDefault(x => IsKnown(x) && facts.Languages.Contains(x!)) ?? facts.Language;
    }

    static IEnumerable<string> Accepted(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(x => x.Quality ?? 1).Select(x => x.Value.ToString().Split('-')[0].ToLowerInvariant());
}
