using System.Net;
using Helpdesk.Fixtures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Portal.Tests;

public sealed class The_status_page(PortalHost portal)
{
    [Theory]
    [InlineData("allWell", "Yes, everything is working.")]
    [InlineData("mailLate", "Emails are going out later than usual")]
    [InlineData("somethingWaits", "Some background work is running late")]
    public async Task Says_what_lags_as_Operations_sees_it(string state, string words)
    {
        await using var services = await StartAsync(operations: state);
        await using var host = portal.WithWebHostBuilder(x =>
        {
            foreach (var service in new[] { "identity", "assignment", "ticketing", "notification", "attachment", "captcha", "operations" })
                x.UseSetting($"services:{service}:http:0", services.Urls.Single());
        });

        await ExpectAsync(host, words);
    }

    [Fact]
    public async Task Says_nothing_of_it_while_Operations_is_away()
    {
        await using var services = await StartAsync(operations: null);
        await using var host = portal.WithWebHostBuilder(x =>
        {
            foreach (var service in new[] { "identity", "assignment", "ticketing", "notification", "attachment", "captcha" })
                x.UseSetting($"services:{service}:http:0", services.Urls.Single());
        });

        await ExpectAsync(host, "Yes, everything is working.");
    }

    static async Task ExpectAsync(WebApplicationFactory<Program> host, string words)
    {
        using var http = host.CreateClient();
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        await Eventually.HoldsAsync(async () =>
        {
            var page = await http.GetStringAsync("/status", TestContext.Current.CancellationToken);
            return page.Contains("Checked ", StringComparison.Ordinal) && page.Contains(words, StringComparison.Ordinal);
        });
    }

    static async Task<WebApplication> StartAsync(string? operations)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/health", () => "Healthy");
        if (operations is not null)
            app.MapGet("/api/operations/status", () => TypedResults.Ok(new { state = operations }));
        await app.StartAsync();
        return app;
    }
}
