using System.Net;
using System.Net.Http.Headers;
using Helpdesk.Fixtures;
using Helpdesk.Messaging;
using Helpdesk.Revocation;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Database;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Identity.Tests;

/// <summary>Another service of the installation, with a database of its own;
/// all it shares with Identity are the folder of keys and the broker.</summary>
sealed class OtherHost(WebApplication app) : IAsyncDisposable
{
    public sealed class Db(DbContextOptions<Db> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddMessaging().AddRevokedAccess().AddTokenKeys();
    }

    public static async Task<OtherHost> StartAsync(string database, string broker, string keys, TimeProvider clock, TestServer? identity)
    {
        var builder = WebApplication.CreateBuilder(["--ConnectionStrings:other", database, "--ConnectionStrings:rabbitmq", broker,
            "--DataProtection:Keys", keys, "--services:identity:http:0", "http://127.0.0.1:1"]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.AddServiceDefaults("other");
        builder.AddDatabase<Db>("other");
        builder.Services.AddTokenKeys<Db>();
        // Identity has no port in these tests.
        if (identity is not null)
            builder.Services.AddHttpClient("token-keys").ConfigurePrimaryHttpMessageHandler(identity.CreateHandler);
        builder.AddMessaging<Db>("other", x => x.AddRevokedAccess<Db>());
        var app = builder.Build().UseServiceDefaults();
        app.MapGet("/admin", () => "in").RequireAuthorization(Policies.Admin);
        app.MapGet("/signed-in", () => "in");
        app.MapGet("/anybody", (System.Security.Claims.ClaimsPrincipal caller) => caller.FullName()).AllowAnonymous();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Db>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(2));
        return new(app);
    }

    public IServiceProvider Services => app.Services;

    /// <summary>All that it was started with.</summary>
    public IEnumerable<string> Settings() => app.Configuration.AsEnumerable().Select(x => x.Value).OfType<string>();

    public async Task<Answer> AskAsync(Client client, string path = "/signed-in")
    {
        using var http = app.GetTestClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", client.AccessToken);
        using var response = await http.GetAsync(path);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Returns once it refuses the token because its session has ended.</summary>
    public Task RefusesAsync(Client client) =>
        Eventually.HoldsAsync(async () => await AskAsync(client) is { Status: HttpStatusCode.Unauthorized, Problem: "session-ended" });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
