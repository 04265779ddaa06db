using System.Net;
using System.Security.Claims;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>A host with nothing but the defaults and the endpoints that a test maps.</summary>
sealed class TestHost : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly KeyFolder? _ownKeys;

    readonly TimeProvider? _time;

    TestHost(WebApplication app, KeyFolder? ownKeys, TimeProvider? time) => (_app, _ownKeys, _time) = (app, ownKeys, time);

    public IServiceProvider Services => _app.Services;

    public HttpClient Client => _app.GetTestClient();

    /// <summary>A host that shares its keys with nobody.</summary>
    public static Task<TestHost> StartAsync(Action<WebApplication> map, TimeProvider? time = null)
    {
        var keys = new KeyFolder();
        return StartAsync(keys.Path, map, time, keys);
    }

    public static Task<TestHost> StartAsync(string keys, Action<WebApplication> map) => StartAsync(keys, map, null, null);

    public static void MapStaff(WebApplication app)
    {
        app.MapGet("/staff", () => "in").RequireAuthorization(Policies.Staff);
        app.MapGet("/anybody", () => "in").AllowAnonymous();
    }

    /// <summary>One that knows no key but what it fetches, or kept in the folder.</summary>
    public static Task<TestHost> StartFetchingAsync(KeyFolder folder, Uri identity, Action<WebApplication> map, TimeProvider time) =>
        StartAsync(folder.Path, map, time, null, fetch: builder =>
        {
            builder.Configuration["services:identity:http:0"] = identity.ToString();
            builder.Configuration["TokenKeys:Folder"] = Path.Combine(folder.Path, "token-keys");
            builder.AddTokenKeys();
        });

    /// <summary>A host that shares its keys with nobody, with settings and services of the test's.</summary>
    public static Task<TestHost> StartAsync(Action<WebApplication> map, string[] settings, Action<IServiceCollection> add)
    {
        var keys = new KeyFolder();
        return StartAsync(keys.Path, map, null, keys, settings, add);
    }

    static async Task<TestHost> StartAsync(
        string keys, Action<WebApplication> map, TimeProvider? time, KeyFolder? own, string[]? settings = null,
        Action<IServiceCollection>? add = null, Action<WebApplicationBuilder>? fetch = null)
    {
        var builder = WebApplication.CreateBuilder(["--DataProtection:Keys", keys, .. settings ?? []]);
        add?.Invoke(builder.Services);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddValidation();
        if (time is not null)
            builder.Services.AddSingleton(time);
        builder.AddServiceDefaults("test");
        fetch?.Invoke(builder);
        var app = builder.Build().UseServiceDefaults();
        map(app);
        if (fetch is null)
            app.Services.GetRequiredService<TokenKeys>().TryReplace(TestIssuer.Shared.Jwks);
        await app.StartAsync();
        return new TestHost(app, own, time);
    }

    public string Token(TimeSpan lifetime, params string[] roles) => TestIssuer.Shared.Issue(
        [
            new Claim(Claims.Subject, Guid.CreateVersion7().ToString()), new Claim(Claims.Name, "Ana"),
            .. roles.Select(x => new Claim(Claims.Role, x)),
        ], lifetime, _time);

    /// <summary>What somebody with this token, or with none, is answered.</summary>
    public async Task<HttpStatusCode> AskAsync(string? token, string path = "/staff")
    {
        using var client = Client;
        if (token is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _ownKeys?.Dispose();
    }
}

/// <summary>A folder for the keys of hosts, gone with them.</summary>
sealed class KeyFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;

    public void Dispose() => Directory.Delete(Path, true);
}

sealed class StoppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
