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

    TestHost(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public HttpClient Client => _app.GetTestClient();

    public static async Task<TestHost> StartAsync(string keys, Action<WebApplication> map, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateBuilder(["--DataProtection:Keys", keys]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddValidation();
        if (time is not null)
            builder.Services.AddSingleton(time);
        var app = builder.AddServiceDefaults("test").Build().UseServiceDefaults();
        map(app);
        await app.StartAsync();
        return new TestHost(app);
    }

    public string Token(TimeSpan lifetime, params string[] roles) => Services.GetRequiredService<AccessTokens>().Issue(
        [new Claim(Claims.Subject, Guid.CreateVersion7().ToString()), new Claim(Claims.Name, "Ana"), .. roles.Select(x => new Claim(Claims.Role, x))], lifetime);

    public static string NewKeys() => Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

sealed class StoppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
