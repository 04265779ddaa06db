using System.Net;

namespace Helpdesk.Portal.Tests;

public sealed class Addresses_that_are_not_there(PortalHost portal)
{
    [Theory]
    [InlineData("/wp-login.php")]
    [InlineData("/favicon-x.ico")]
    [InlineData("/.env")]
    [InlineData("/.git/config")]
    [InlineData("/index.html")]
    [InlineData("/tickets.php")]
    [InlineData("/new.asp")]
    [InlineData("/ui/nothing.css")]
    [InlineData("/t/../../etc/passwd.txt")]
    [InlineData("/a.b/c.d/e")]
    [InlineData("/nothing")]
    [InlineData("/error/503")]
    [InlineData("/error/500")]
    [InlineData("/error/200")]
    [InlineData("/error/x.y")]
    [InlineData("/t/")]
    [InlineData("/opened")]
    [InlineData("/captcha")]
    public async Task G20_are_404_with_a_page_that_helps_also_when_there_is_a_dot_in_them(string path)
    {
        using var browser = portal.Open();
        var seen = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, seen.Status);
        Assert.Contains("There is nothing here", seen.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export/live")]
    [InlineData("export/print")]
    [InlineData("statistics")]
    [InlineData("statistics/print")]
    [InlineData("search")]
    [InlineData("saved-views/print")]
    [InlineData("-")]
    [InlineData("%20")]
    [InlineData("..%2fsettings")]
    public async Task G20_among_the_tickets_are_404_and_make_no_service_do_what_stands_in_that_place_of_its_API(string name)
    {
        using var browser = portal.Open();
        await browser.SignInAsync();
        var before = browser.Services.Requests.Count;
        browser.Services.OnRaw("GET", $"/api/tickets/{name.Split('/')[0]}", (_, context) =>
        {
            // A file, as an export answers; read as a ticket it would be a fault.
            context.Response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            return context.Response.Body.WriteAsync(new byte[] { 1, 2, 3 }).AsTask();
        });

        var seen = await browser.GetAsync($"/tickets/{name}");
        if (name == "export")
            Assert.Equal(HttpStatusCode.OK, seen.Status);
        else
        {
            // A line that is refused is not opened again.
            var nothing = name.EndsWith("/live", StringComparison.Ordinal) ? HttpStatusCode.NoContent : HttpStatusCode.NotFound;
            Assert.Equal(nothing, seen.Status);
            Assert.Equal(before, browser.Services.Requests.Count);
        }
    }

    [Theory]
    [InlineData("%C3%B1andu")]
    [InlineData("a%0Ab")]
    [InlineData("a%0D%0AX-Evil:%20b")]
    [InlineData("%E2%80%8Dx")]
    [InlineData("a%7Fb")]
    public async Task G20_a_damaged_link_is_404_and_not_a_service_that_is_away(string secret)
    {
        using var browser = portal.Open();
        foreach (var path in new[] { $"/t/{secret}", $"/t/{secret}/print", $"/opened/{secret}" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
        using var line = await browser.FetchAsync($"/t/{secret}/live?ticket={Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NoContent, line.StatusCode);
    }

    [Fact]
    public async Task G20_a_picture_that_is_missing_gets_no_page()
    {
        using var http = portal.CreateClient();
        http.DefaultRequestHeaders.Accept.ParseAdd("image/avif,image/webp,image/*;q=0.8");
        using var missing = await http.GetAsync("/favicon-x.ico", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal("", await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
