using System.Net.Http.Json;
using Helpdesk.Fixtures;

namespace Helpdesk.Captcha.Tests;

/// <summary>Captcha on a database of its own.</summary>
sealed class Installation(ServiceInstallation<CaptchaDbContext> own, (string Key, string Value)[] settings) : ServiceReplica<Program, CaptchaDbContext>(own, settings)
{
    public static async Task<Installation> RunningAsync(params (string Key, string Value)[] settings)
    {
        var own = new ServiceInstallation<CaptchaDbContext>("captcha");
        await own.PrepareAsync();
        return new(own, [("Captcha:PerAddressPerMinute", "1000000"), .. settings]);
    }

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

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Installation.DisposeAsync();
    }

    public sealed record Picture(Guid Id, string Image, DateTimeOffset ExpiresAt);

    sealed record Read(string Answer);
}
