using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Captcha;
using Helpdesk.Captcha.Challenges;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Captcha.Tests;

public sealed class What_a_stranger_sees
{
    [Fact]
    public async Task F1_no_answer_is_in_any_header_cookie_or_body()
    {
        await using var service = await Installation.RunningAsync(("ExposeAnswers", "true"));
        using var client = service.CreateClient();
        for (var i = 0; i < 10; i++)
        {
            var response = await client.PostAsync("/api/captcha/challenges", null);
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
            var body = await response.Content.ReadAsStringAsync();
            var answer = JsonDocument.Parse(body).RootElement;
            Assert.Equal(["id", "image", "width", "height", "expiresAt"], answer.EnumerateObject().Select(x => x.Name));
            var image = answer.GetProperty("image").GetString()!;
            var file = Convert.FromBase64String(image["data:image/png;base64,".Length..]);
            ReadPng.Parse(file);

            var word = await Installation.ReadAnswerAsync(client, answer.GetProperty("id").GetGuid());
            string[] texts =
            [
                body.Replace(image, "", StringComparison.Ordinal), response.Headers.ToString(), response.Content.Headers.ToString(),
                Encoding.Latin1.GetString(file),
            ];
            foreach (var text in texts)
            {
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(word)), text, StringComparison.Ordinal);
                Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes(word)), text, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public async Task F1_the_table_alone_does_not_tell_the_answer()
    {
        await using var service = await Installation.RunningAsync();
        using var client = service.CreateClient();
        await Installation.CreateAsync(client);
        await Installation.CreateAsync(client);
        await using var db = service.Open();
        var rows = await db.Challenges.ToListAsync();
        Assert.All(rows, x => Assert.Null(x.ExposedAnswer));
        Assert.All(rows, x => Assert.Equal(32, x.AnswerHash.Length));

        var hasher = service.Services.GetRequiredService<AnswerHasher>();
        var (first, second) = (hasher.Hash("ACEFHJ"), hasher.Hash("ACEFHJ"));
        Assert.NotEqual(first.Hash, second.Hash);
        Assert.NotEqual(first.ProtectedSalt, second.ProtectedSalt);
        var challenge = new Challenge
        {
            Id = Guid.NewGuid(), ProtectedSalt = first.ProtectedSalt, AnswerHash = first.Hash, ExpiresAt = default,
        };
        Assert.True(hasher.Verify(challenge, "acefhj"));
        Assert.False(hasher.Verify(challenge, "ACEFHK"));

        await using var otherKeys = await Installation.RunningAsync();
        Assert.False(otherKeys.Services.GetRequiredService<AnswerHasher>().Verify(challenge, "ACEFHJ"));
    }

    [Fact]
    public async Task F1_answers_are_not_told_unless_the_installation_exposes_them()
    {
        await using var service = await Installation.RunningAsync();
        using var client = service.CreateClient();
        var image = await Installation.CreateAsync(client);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/captcha/challenges/{image.Id}/answer")).StatusCode);
        Assert.DoesNotContain(service.Log.All, x => x.Text.Contains("EXPOSED", StringComparison.Ordinal));
        Assert.DoesNotContain("GetChallengeAnswer", await client.GetStringAsync("/openapi/captcha.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exposed_answers_are_warned_of_at_the_start()
    {
        await using var service = await Installation.RunningAsync(("ExposeAnswers", "true"));
        using var client = service.CreateClient();
        Assert.Contains(service.Log.All, x =>
            x.Level == LogLevel.Warning && x.Text.Contains("CAPTCHA ANSWERS EXPOSED", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/captcha/challenges/{Guid.NewGuid()}/answer")).StatusCode);
    }

    [Fact]
    public async Task Asking_without_end_meets_a_limit_that_an_answer_lifts()
    {
        await using var service = await Installation.RunningAsync(("ExposeAnswers", "true"), ("Challenges:MaxOutstanding", "5"));
        using var client = service.CreateClient();
        var images = new List<CreateChallengeResponse>();
        for (var i = 0; i < 5; i++)
            images.Add(await Installation.CreateAsync(client));
        service.ExpectedFaults.Add(HttpStatusCode.ServiceUnavailable);
        var refused = await client.PostAsync("/api/captcha/challenges", null);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("urn:helpdesk:problem:captcha-exhausted",
            (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());

        await Installation.AnswerAsync(client, images[0].Id, "WRONG");
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        await Installation.CreateAsync(client);
    }

    [Fact]
    public async Task Model_and_migrations_agree()
    {
        await using var service = await Installation.RunningAsync();
        await using var db = service.Open();
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }
}
