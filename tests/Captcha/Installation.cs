using System.Net.Http.Json;
using Helpdesk.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Captcha.Tests;

/// <summary>The service as its Program builds it, on a database of its own.</summary>
sealed class Installation(string database, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
{
    readonly string _keys = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;

    public TestClock Clock { get; } = new();
    public LogLines Log { get; } = new();

    public static async Task<Installation> RunningAsync(params (string Key, string Value)[] settings)
    {
        var template = await TestServers.TemplateAsync("captcha", typeof(CaptchaDbContext).Assembly, async connection =>
        {
            await using var db = Open(connection);
            await db.Database.MigrateAsync();
        });
        return new(await TestServers.CreateDatabaseAsync(template), settings);
    }

    public CaptchaDbContext Open() => Open(database);

    public static async Task<Picture> AskAsync(HttpClient client)
    {
        var response = await client.PostAsync("/api/captcha/challenges", null);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<Picture>())!;
    }

    /// <summary>What the picture says, by the test door.</summary>
    public static async Task<string> ReadAsync(HttpClient client, Guid challenge) =>
        (await client.GetFromJsonAsync<Read>($"/api/captcha/challenges/{challenge}/answer"))!.Answer;

    public static Task<HttpResponseMessage> TryAsync(HttpClient client, Guid challenge, string answer) =>
        client.PostAsJsonAsync($"/api/captcha/challenges/{challenge}/answer", new { answer });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:captcha", database);
        builder.UseSetting("DataProtection:Keys", _keys);
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(x => x.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(x => x.AddSingleton<TimeProvider>(Clock));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_keys, true);
    }

    static CaptchaDbContext Open(string connection) =>
        new(new DbContextOptionsBuilder<CaptchaDbContext>().UseNpgsql(connection, x => x.MigrationsHistoryTable("migrations")).Options);

    public sealed record Picture(Guid Id, string Image, DateTimeOffset ExpiresAt);

    sealed record Read(string Answer);
}
