using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Helpdesk.Gateway.Tests;

public sealed class Addresses_of_the_api : IAsyncLifetime
{
    readonly Dictionary<string, Upstream> _services = [];
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var name in new[] { "identity", "assignment", "ticketing", "attachment", "captcha", "notification", "operations" })
            _services[name] = await Upstream.StartAsync(context => context.Response.WriteAsync(name));
        _gateway = await TestGateway.StartAsync(null, [.. _services.Select(x => (x.Key, new[] { x.Value.Address }))], "--Limits:AnonymousPerMinute=1000");
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var service in _services.Values)
            await service.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/api/setup", "identity")]
    [InlineData("POST", "/api/setup", "identity")]
    [InlineData("POST", "/api/sessions", "identity")]
    [InlineData("POST", "/api/sessions/refresh", "identity")]
    [InlineData("DELETE", "/api/sessions/current", "identity")]
    [InlineData("GET", "/api/accounts", "identity")]
    [InlineData("PUT", "/api/accounts/me/password", "identity")]
    [InlineData("DELETE", "/api/accounts/0198/suspension", "identity")]
    [InlineData("POST", "/api/registrations", "identity")]
    [InlineData("POST", "/api/password-resets", "identity")]
    [InlineData("POST", "/api/links/acceptances", "identity")]
    [InlineData("PUT", "/api/settings", "identity")]
    [InlineData("GET", "/api/settings/public", "identity")]
    [InlineData("GET", "/api/audit", "identity")]
    [InlineData("GET", "/.well-known/jwks.json", "identity")]
    [InlineData("GET", "/api/areas", "assignment")]
    [InlineData("GET", "/api/areas/0198/receipts", "assignment")]
    [InlineData("POST", "/api/areas/0198/replay", "assignment")]
    [InlineData("GET", "/api/categories", "assignment")]
    [InlineData("PUT", "/api/agents/0198/areas", "assignment")]
    [InlineData("GET", "/api/receipts", "assignment")]
    [InlineData("GET", "/api/queue", "assignment")]
    [InlineData("GET", "/api/availability", "assignment")]
    [InlineData("GET", "/api/tickets/HD-000123/receipts", "assignment")]
    [InlineData("GET", "/api/tickets", "ticketing")]
    [InlineData("POST", "/api/tickets", "ticketing")]
    [InlineData("GET", "/api/tickets/HD-000123", "ticketing")]
    [InlineData("PUT", "/api/tickets/HD-000123/assignee", "ticketing")]
    [InlineData("DELETE", "/api/tickets/HD-000123/closure", "ticketing")]
    [InlineData("GET", "/api/tracking", "ticketing")]
    [InlineData("POST", "/api/tracking/reminders", "ticketing")]
    [InlineData("POST", "/api/tickets/HD-000123/replies", "ticketing")]
    [InlineData("POST", "/api/attachments", "attachment")]
    [InlineData("GET", "/api/attachments/0198", "attachment")]
    [InlineData("POST", "/api/captcha/challenges", "captcha")]
    [InlineData("POST", "/api/captcha/challenges/0198/answer", "captcha")]
    [InlineData("GET", "/api/deliveries", "notification")]
    [InlineData("POST", "/api/deliveries/0198/resend", "notification")]
    [InlineData("PUT", "/api/preferences", "notification")]
    [InlineData("GET", "/api/preferences/unsubscriptions?token=x", "notification")]
    [InlineData("POST", "/api/preferences/unsubscriptions?token=x", "notification")]
    [InlineData("POST", "/api/mail-tests", "notification")]
    [InlineData("GET", "/api/mail-status", "notification")]
    [InlineData("GET", "/api/operations/failures", "operations")]
    [InlineData("POST", "/api/operations/failures/0198/retries", "operations")]
    public async Task Each_goes_to_the_service_that_answers_for_it(string method, string path, string service)
    {
        var response = await _gateway.SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(service, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(method, _services[service].Arrivals.Single().Method);
    }

    [Fact]
    public async Task The_query_and_the_headers_arrive_as_they_were_sent()
    {
        await _gateway.GetAsync("/api/tickets?view=mine&q=a%20b", ("Authorization", "Tracking s3cret"), ("Idempotency-Key", "k-1"), ("Captcha-Pass", "p"));

        var arrival = _services["ticketing"].Arrivals.Single();
        Assert.Equal("?view=mine&q=a%20b", arrival.Query);
        Assert.Equal(("Tracking s3cret", "k-1", "p"), (arrival.Headers["Authorization"], arrival.Headers["Idempotency-Key"], arrival.Headers["Captcha-Pass"]));
    }

    [Fact]
    public async Task N2_receipts_of_a_ticket_are_asked_of_assignment_by_the_ticket()
    {
        await _gateway.GetAsync("/api/tickets/HD-000123/receipts?ticket=HD-000999");

        var arrival = _services["assignment"].Arrivals.Single();
        Assert.Equal(("/api/receipts", "?ticket=HD-000123"), (arrival.Path, arrival.Query));
    }

    [Theory]
    [InlineData("/api")]
    [InlineData("/api/nothing")]
    [InlineData("/api/ticketsX")]
    [InlineData("/api/openapi/ticketing.json")]
    public async Task Anything_else_of_the_api_is_not_found_and_reaches_no_service(string path)
    {
        var response = await _gateway.GetAsync(path);

        await response.ProblemAsync(HttpStatusCode.NotFound, "not-found");
        Assert.All(_services.Values, x => Assert.Empty(x.Arrivals));
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/alive")]
    public async Task Health_is_the_gateways_own(string path)
    {
        var response = await _gateway.GetAsync(path);

        Assert.Equal("Healthy", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.All(_services.Values, x => Assert.Empty(x.Arrivals));
    }

    [Theory]
    [InlineData("/api/tickets/../../health")]
    [InlineData("/api/tickets/%2e%2e/%2e%2e/health")]
    [InlineData("/api/tickets/..%2f..%2fhealth")]
    [InlineData("/api/tickets/..%5c..%5chealth")]
    public async Task No_spelling_of_an_address_climbs_out_of_it(string path)
    {
        using var tcp = new TcpClient();
        await tcp.ConnectAsync(IPAddress.Loopback, _gateway.Address.Port, TestContext.Current.CancellationToken);
        var stream = tcp.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.All(_services.Values.SelectMany(x => x.Arrivals), x => Assert.StartsWith("/api/tickets/", x.Path, StringComparison.Ordinal));
    }
}
