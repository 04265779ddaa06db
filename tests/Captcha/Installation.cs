using System.Net.Http.Json;
using Helpdesk.Api.Captcha;
using Helpdesk.Fixtures;

namespace Helpdesk.Captcha.Tests;

/// <summary>Captcha on a database of its own.</summary>
sealed class Installation(ServiceInstallation<CaptchaDbContext> own, (string Key, string Value)[] settings)
    : ServiceReplica<Program, CaptchaDbContext>(own, settings)
{
    public static async Task<Installation> RunningAsync(params (string Key, string Value)[] settings)
    {
        var own = new ServiceInstallation<CaptchaDbContext>("captcha");
        await own.PrepareAsync();
        return new(own, [("Challenges:PerAddressPerMinute", "1000000"), .. settings]);
    }

    public static async Task<CreateChallengeResponse> CreateAsync(HttpClient client)
    {
        var response = await client.PostAsync("/api/captcha/challenges", null);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<CreateChallengeResponse>())!;
    }

    /// <summary>What the image shows, where answers are exposed.</summary>
    public static async Task<string> ReadAnswerAsync(HttpClient client, Guid challenge) =>
        (await client.GetFromJsonAsync<ChallengeAnswerResponse>($"/api/captcha/challenges/{challenge}/answer"))!.Answer;

    public static Task<HttpResponseMessage> AnswerAsync(HttpClient client, Guid challenge, string answer) =>
        client.PostAsJsonAsync($"/api/captcha/challenges/{challenge}/answer", new AnswerChallengeRequest(answer));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Installation.DisposeAsync();
    }
}
