using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.Ui.Api;
using Helpdesk.Ui.Browsing;
using Helpdesk.Ui.Forms;
using Helpdesk.Ui.Live;
using Helpdesk.Ui.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui;

/// <summary>What both web hosts have: pages in two languages, the person's session, the services' addresses, events.</summary>
public static class WebHost
{
    internal const string SignInPath = "/sign-in";

    /// <param name="name">Name of the host, such as <c>portal</c>.</param>
    /// <param name="home">Path of the page that is a signed-in person's own.</param>
    public static WebApplicationBuilder AddWebHost(this WebApplicationBuilder builder, string name, string home)
    {
        builder.AddServiceDefaults(name);
        builder.WebHost.UseStaticWebAssets();
        // Files carry a mark of their content in the address. Looking for newer ones on the disk would send them as large as they are.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.Services.AddRazorPages(x => FormGuard.Guard(x.Conventions)).AddMvcOptions(mvc =>
        {
            mvc.Filters.Add<RequiredActionFilter>();
            mvc.Filters.Add<RedisplayForm>();
        });
        builder.Services.AddSingleton(new HomePage(home));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAntiforgery(antiforgery => antiforgery.Cookie.Name = "form");
        builder.Services.AddSingleton<SessionRenewal>();
        builder.Services.AddBrowserSession(cookie =>
        {
            cookie.LoginPath = SignInPath;
            cookie.ReturnUrlParameter = "then";
            cookie.EventsType = typeof(SessionRenewal);
        });
        builder.Services.Configure<AuthenticationOptions>(options => options.DefaultScheme = BrowserSession.Scheme);
        builder.AddApiClients();
        builder.Services.AddSingleton<CachedSettings>();
        builder.Services.AddHostedService(x => x.GetRequiredService<CachedSettings>());
        builder.Services.AddScoped<PageTexts>();
        builder.Services.AddScoped<Clock>();
        builder.AddLiveEvents(name);
        return builder;
    }

    public static WebApplication UseWebHost(this WebApplication app)
    {
        app.UseForwardedCaller();
        // Whoever sets a cookie, also the framework: never readable by script, and Secure where the browser came by HTTPS.
        app.UseCookiePolicy(new() { HttpOnly = HttpOnlyPolicy.Always, Secure = CookieSecurePolicy.SameAsRequest });
        app.UseContentPolicy();
        app.UseExceptionHandler("/error/500", createScopeForErrors: true);
        app.UseWhen(WantsPage, x => x.UseStatusCodePagesWithReExecute("/error/{0}"));
        app.UseRouting();
        app.UseAuthentication();
        app.UseLanguage();
        app.UseFormReExecution();
        app.UseAuthorization();
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        // Without an address of its own, whatever is not there would ask to sign in.
        // Names with a dot too: the framework's own pattern takes them for files and leaves them out.
        app.MapFallback("{**path}", () => TypedResults.NotFound()).AllowAnonymous();
        return app;
    }

    // A style or picture that is not there needs no page to say so.
    static bool WantsPage(HttpContext context) => context.Request.GetTypedHeaders().Accept is not { Count: > 0 } accepted
        || accepted.Any(x => x.MatchesAllTypes || x.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}
