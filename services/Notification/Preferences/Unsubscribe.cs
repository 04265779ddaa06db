using Helpdesk.Api.Preferences;
using Helpdesk.Notification.Mails;
using Helpdesk.Notification.Settings;
using Helpdesk.ServiceDefaults.Problems;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Preferences;

/// <summary>
/// What "unsubscribe" leads to. A mail program posts to it (RFC 8058); a person who opens the address gets a page with a button, and
/// nothing changes before it is pressed, since scanners of mail follow links too.
/// </summary>
public static class Unsubscribe
{
    // Its look stands in the page, and it sends its one form to where it came from; nothing else loads.
    const string PagePolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/unsubscriptions", ShowAsync).AllowAnonymous().WithName("ShowUnsubscribePage")
            .WithSummary("The page that asks whether to turn off the kind of mail that the token names")
            .Produces(StatusCodes.Status200OK, contentType: "text/html");
        api.MapPost("/unsubscriptions", HandleAsync)
            .AllowAnonymous().WithName("Unsubscribe").WithSummary("Turns off the kind of mail that the token of its header names");
    }

    static async Task<IResult> ShowAsync(
        HttpContext http, NotificationDbContext db, ValueProtector protector, CachedSettings settings, CancellationToken cancellationToken,
        string? token = null)
    {
        var unsubscribe = protector.Unprotect<UnsubscribeToken>(token);
        // A page is for people; a program is answered as everywhere.
        if (unsubscribe is null && !AsksForPage(http.Request))
            return Nothing;
        var step = unsubscribe is null ? UnsubscribePage.Step.Invalid : UnsubscribePage.Step.Ask;
        return await PageAsync(http, unsubscribe, step, db, settings, cancellationToken);
    }

    static async Task<IResult> HandleAsync(
        string token, HttpContext http, NotificationDbContext db, ValueProtector protector, CachedSettings settings,
        CancellationToken cancellationToken)
    {
        var byButton = await IsByButtonAsync(http.Request, cancellationToken);
        if (protector.Unprotect<UnsubscribeToken>(token) is not { } unsubscribe)
        {
            return byButton ? await PageAsync(http, null, UnsubscribePage.Step.Invalid, db, settings, cancellationToken) : Nothing;
        }

        var never = unsubscribe.Kinds.ToDictionary(x => x, _ => DeliveryMode.Never);
        await UpdatePreferences.SaveAsync(db, unsubscribe.AccountId, never, cancellationToken);
        return byButton ? await PageAsync(http, unsubscribe, UnsubscribePage.Step.Done, db, settings, cancellationToken)
            : TypedResults.NoContent();
    }

    static IResult Nothing => Problem.NotFound("mail to unsubscribe from");

    static bool AsksForPage(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(x => x.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    static async Task<bool> IsByButtonAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.HasFormContentType && (await request.ReadFormAsync(cancellationToken)).ContainsKey(UnsubscribePage.Button);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            // Whatever a program sends besides: what it wants stands in the address.
            return false;
        }
    }

    static async Task<IResult> PageAsync(
        HttpContext http, UnsubscribeToken? unsubscribe, UnsubscribePage.Step step, NotificationDbContext db, CachedSettings settings,
        CancellationToken cancellationToken)
    {
        var chosen = unsubscribe is null ? null
            : await db.Accounts.Where(x => x.Id == unsubscribe.AccountId).Select(x => x.Language).SingleOrDefaultAsync(cancellationToken);
        var current = await settings.GetAsync(cancellationToken);
        var spoken = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(x => x.Quality ?? 1).Select(x => x.Value.ToString())
            .FirstOrDefault(x => Texts.All.Any(t => x.StartsWith(t.Language, StringComparison.OrdinalIgnoreCase)));
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            ["Now"] = step,
            ["Texts"] = Texts.Of(chosen ?? spoken ?? "", current.Language),
            ["Kinds"] = unsubscribe?.Kinds ?? [],
        });
        await using var renderer = new HtmlRenderer(http.RequestServices, http.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<UnsubscribePage>(parameters)).ToHtmlString());
        http.Response.Headers.ContentSecurityPolicy = PagePolicy;
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Text(
            html, "text/html; charset=utf-8",
            statusCode: step == UnsubscribePage.Step.Invalid ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }
}
