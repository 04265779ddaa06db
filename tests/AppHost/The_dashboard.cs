using System.Net;

namespace Helpdesk.AppHost.Tests;

public sealed class The_dashboard : IDisposable
{
    const string Key = "a-key-of-this-test-alone";

    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Opens_by_the_link_that_was_said_and_not_without_and_its_telemetry_by_a_key()
    {
        await using var runner = await Runner.ReadyAsync(_data, "--Helpdesk:Dashboard=true", $"--Helpdesk:DashboardApiKey={Key}");
        await runner.SaysAsync("/login?t=");
        var link = new Uri(runner.Output.Split('\n').Single(x => x.Contains("/login?t=", StringComparison.Ordinal)).Split(' ')[^1]);
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });

        Assert.Contains("/login", (await http.GetAsync(new Uri(link, "/"), Stop)).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await TelemetryAsync(http, link, "another"));
        Assert.Equal(HttpStatusCode.OK, await TelemetryAsync(http, link, Key));
        Assert.Equal("/", (await http.GetAsync(link, Stop)).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(link, "/"), Stop)).StatusCode);
    }

    static async Task<HttpStatusCode> TelemetryAsync(HttpClient http, Uri dashboard, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(dashboard, "/api/telemetry/traces"));
        request.Headers.Add("x-api-key", key);
        using var answer = await http.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
