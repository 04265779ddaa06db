using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.Ui.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Portal.Tests.Forms;

public sealed partial class Forms_from_elsewhere(PortalHost portal) : FormTest(portal)
{
    [Theory]
    [InlineData("/new?handler=Send", "cross-site")]
    [InlineData("/new?handler=Review", "same-site")]
    [InlineData("/sign-in", "cross-site")]
    [InlineData("/sign-out", "cross-site")]
    [InlineData("/appearance", "cross-site")]
    [InlineData("/account", "cross-site")]
    [InlineData("/account/password", "same-site")]
    [InlineData("/tickets/HD-000071?handler=Reply", "cross-site")]
    public async Task G11_are_refused_although_they_hold_a_good_token(string path, string site)
    {
        using var browser = await OpenAsAnaAsync();
        var page = await browser.GetAsync("/account");
        browser.From(site);
        var before = browser.Services.Requests.Count;

        var seen = await browser.SendAsync(page, path, ("Text", Letter), ("Name", "Eve"));

        Assert.Equal(HttpStatusCode.BadRequest, seen.Status);
        Assert.DoesNotContain("Monday", seen.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Services.Requests.Skip(before), x => x.Method != "GET");
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData(null)]
    public async Task G11_are_not_kept_for_who_signs_in(string? site)
    {
        using var browser = Open();
        browser.From(site);

        var seen = await browser.PostAsync("/tickets/HD-000071?handler=Reply", ("Text", Letter), ("__Account", Ana.ToString()));

        Assert.StartsWith("/sign-in?then=", seen.Location, StringComparison.Ordinal);
        Assert.DoesNotContain("PreservedForm", seen.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://portal.example", null, 422)]
    [InlineData("http://portal.example", "help.example", 400)]
    [InlineData("https://help.example", "help.example", 422)]
    [InlineData("https://help.example:8443", "help.example:8443", 422)]
    [InlineData("https://help.example:8443", "help.example", 400)]
    [InlineData("https://help.example.evil.example", "help.example", 400)]
    [InlineData("null", "help.example", 400)]
    public async Task G11_are_told_from_ours_by_their_origin_where_the_browser_says_no_more(string origin, string? asked, int status)
    {
        using var browser = Open().From(null);
        browser.Sends("Origin", origin);
        if (asked is not null)
        {
            browser.Sends("X-Forwarded-Host", asked);
            browser.Sends(ForwardingKey.Header, Portal.Services.GetRequiredService<ForwardingKey>().Current());
        }

        Assert.Equal(status, (int)(await browser.PostAsync("/register", ("Name", "Ana"))).Status);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://the.proxys.own.name")]
    public async Task G11_are_not_meant_where_a_good_token_comes_and_nobody_says_from_where(string header, string value)
    {
        using var browser = Open().From(null);
        browser.Services.On("POST", "/api/registrations", 202);
        var page = await browser.GetAsync("/register");
        browser.Sends(header, value);

        var seen = await browser.SendAsync(page, "/register", ("Name", "Ana"), ("Email", "ana@example.org"));

        Assert.Equal(HttpStatusCode.Redirect, seen.Status);
        Assert.Single(browser.Services.Of("POST", "/api/registrations"));
    }

    [Theory]
    [InlineData(30_000, 10)]
    [InlineData(3, 2_000_000)]
    public async Task G11_of_any_size_are_never_a_fault_of_ours(int fields, int length)
    {
        using var browser = Open();
        var text = new string('x', length);
        (string, string)[] many = [("__Account", Ana.ToString()), .. Enumerable.Range(0, fields).Select(x => ($"f{x}", text))];
        foreach (var path in new[] { "/tickets/HD-000071?handler=Reply", "/new?handler=Send" })
            Assert.InRange((int)(await browser.PostAsync(path, many)).Status, 200, 499);
    }

    /// <summary>A page that is added later must know how to show what was typed, too.</summary>
    [Fact]
    public void G11_every_page_that_takes_a_form_can_show_it_again()
    {
        var pages = new[] { typeof(FormGuard).Assembly, typeof(Program).Assembly }.SelectMany(x => x.GetTypes())
            .Where(x => x.IsSubclassOf(typeof(PageModel)) && !x.IsAbstract)
            .Where(x => x.GetMethods().Any(y => y.Name.StartsWith("OnPost", StringComparison.Ordinal))).ToList();
        Assert.True(pages.Count > 10);
        Assert.All(pages, x => Assert.True(typeof(IRedisplaysForm).IsAssignableFrom(x)
            || x.GetCustomAttribute<SameOriginSufficesAttribute>() is not null
            || x.GetCustomAttribute<IgnoreAntiforgeryTokenAttribute>() is not null, x.Name));
    }

    [Fact]
    public void G11_no_password_and_no_code_is_ever_kept()
    {
        var web = Path.GetFullPath("../../../web", Path.GetDirectoryName(ThisFile())!);
        var names = Directory.EnumerateFiles(web, "*.cshtml", SearchOption.AllDirectories)
            .Where(x => !x.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(x => Secret().Matches(File.ReadAllText(x)).Select(y => y.Groups["name"].Value)).Distinct().ToList();
        Assert.Contains("Code", names);
        Assert.Contains("New", names);
        Assert.All(names, x => Assert.Contains(x, PostedForm.Secrets));
    }

    static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;

    [GeneratedRegex("""new PasswordField\("(?<name>\w+)"|<field name="(?<name>\w+)"[^>]*>\s*<input[^>]*one-time-code""")]
    private static partial Regex Secret();
}
