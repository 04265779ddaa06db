using System.Security.Claims;
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

    TestHost(WebApplication app, KeyFolder? ownKeys) => (_app, _ownKeys) = (app, ownKeys);

    public IServiceProvider Services => _app.Services;

    public HttpClient Client => _app.GetTestClient();

    /// <summary>A host that shares its keys with nobody.</summary>
    public static Task<TestHost> StartAsync(Action<WebApplication> map, TimeProvider? time = null)
    {
        var keys = new KeyFolder();
        return StartAsync(keys.Path, map, time, keys);
    }

    public static Task<TestHost> StartAsync(string keys, Action<WebApplication> map) => StartAsync(keys, map, null, null);

    /// <summary>A host that shares its keys with nobody, with settings and services of the test's.</summary>
    public static Task<TestHost> StartAsync(Action<WebApplication> map, string[] settings, Action<IServiceCollection> add)
    {
        var keys = new KeyFolder();
        return StartAsync(keys.Path, map, null, keys, settings, add);
    }

    static async Task<TestHost> StartAsync(
        string keys, Action<WebApplication> map, TimeProvider? time, KeyFolder? own,
        string[]? settings = null, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateBuilder(["--DataProtection:Keys", keys, .. settings ?? []]);
        add?.Invoke(builder.Services);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddValidation();
        if (time is not null)
            builder.Services.AddSingleton(time);
        var app = builder.AddServiceDefaults("test").Build().UseServiceDefaults();
        map(app);
        await app.StartAsync();
        return new TestHost(app, own);
    }

    public string Token(TimeSpan lifetime, params string[] roles) => Services.GetRequiredService<AccessTokens>().Issue(
        [new Claim(Claims.Subject, Guid.CreateVersion7().ToString()), new Claim(Claims.Name, "Ana"), .. roles.Select(x => new Claim(Claims.Role, x))], lifetime);

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
