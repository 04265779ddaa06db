using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Forwarding;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Helpdesk.Gateway.Tests;

/// <summary>The gateway as it is shipped, on a real Kestrel, with the settings of one test.</summary>
sealed class TestGateway : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly string _keys;

    TestGateway(WebApplication app, string keys, Lines log)
    {
        (_app, _keys, Log) = (app, keys, log);
        Address = new Uri(app.Urls.First());
        // A certificate made for the test is known to nobody.
        var handler = new HttpClientHandler
        {
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        };
        Client = new HttpClient(handler) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public Lines Log { get; }

    public static Task<TestGateway> StartAsync(Upstream service, params string[] settings) =>
        StartAsync(null, [("identity", [service.Address]), ("ticketing", [service.Address]), ("assignment", [service.Address]),
            ("attachment", [service.Address]),
            ("captcha", [service.Address]), ("notification", [service.Address]),
            ("operations", [service.Address]), ("portal", [service.Address])], settings);

    public static Task<TestGateway> StartAsync(TimeProvider? time, (string Service, Uri[] Replicas)[] services, params string[] settings) =>
        StartAsync(time, services, _ => { }, settings);

    public static async Task<TestGateway> StartAsync(TimeProvider? time, (string Service, Uri[] Replicas)[] services,
        Action<ListenOptions> listen, string[] settings)
    {
        var keys = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
        try
        {
            return await StartAsync(keys, time, services, listen, settings);
        }
        catch
        {
            Directory.Delete(keys, true);
            throw;
        }
    }

    static async Task<TestGateway> StartAsync(string keys, TimeProvider? time, (string Service, Uri[] Replicas)[] services,
        Action<ListenOptions> listen, string[] settings)
    {
        var endpoints = services.SelectMany(x => x.Replicas.Index().Select(y => $"--services:{x.Service}:http:{y.Index}={y.Item}"));
        // As if it had fetched them before.
        var tokenKeys = Directory.CreateDirectory(Path.Combine(keys, "token-keys")).FullName;
        await File.WriteAllTextAsync(Path.Combine(tokenKeys, "jwks.json"), TestIssuer.Shared.Jwks);
        var builder = WebApplication.CreateBuilder(
            [$"--DataProtection:Keys={keys}", $"--TokenKeys:Folder={tokenKeys}", .. endpoints, .. settings]);
        var log = new Lines();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0, listen));
        if (time is not null)
            builder.Services.AddSingleton(time);
        var app = builder.AddServiceDefaults("gateway").AddGateway().Build().UseGateway();
        await app.StartAsync();
        return new TestGateway(app, keys, log);
    }

    public static string Token(Guid? account = null) => TestIssuer.Shared.Issue(
        [new Claim(Claims.Subject, (account ?? Guid.CreateVersion7()).ToString()), new Claim(Claims.Role, AccountRoles.Agent)],
        TimeSpan.FromHours(1));

    /// <summary>Whether a host of the same installation believes this gateway by what it sends along.</summary>
    public bool IsBelieved(Arrival arrival) => arrival.Headers.TryGetValue(ForwardingKey.Header, out var key)
        && new ForwardingKey(_app.Services.GetRequiredService<Helpdesk.ServiceDefaults.Protection.ValueProtector>(), TimeProvider.System)
        .Accepts(key);

    /// <summary>The cookie with which a web host keeps a person signed in.</summary>
    public string BrowserCookie(Guid account)
    {
        var options = _app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(BrowserSession.Scheme);
        var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(Claims.Subject, account.ToString())], BrowserSession.Scheme));
        return $"{BrowserSession.Cookie}={options.TicketDataFormat.Protect(new(person, BrowserSession.Scheme))}";
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, headers);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        Directory.Delete(_keys, true);
    }
}

static class Answers
{
    public static async Task<JsonElement> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status, string type)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal("urn:helpdesk:problem:" + type, problem.GetProperty("type").GetString());
        Assert.EndsWith(".", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        return problem;
    }

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}

/// <summary>Everything that was logged, as text.</summary>
sealed class Lines : ILoggerProvider
{
    public ConcurrentQueue<string> All { get; } = new();

    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    public void Dispose()
    {
    }

    sealed class Line(Lines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?,
            string> formatter) =>
            lines.All.Enqueue($"{category}: {formatter(state, exception)} {exception}");
    }
}

sealed class Clock : TimeProvider
{
    long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _ticks);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
