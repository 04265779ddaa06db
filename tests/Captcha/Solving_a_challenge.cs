using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Helpdesk.Captcha.Drawing;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Captcha.Tests;

public sealed class Solving_a_challenge(Solving_a_challenge.Running running) : IClassFixture<Solving_a_challenge.Running>, IAsyncLifetime
{
    public sealed class Running() : SharedInstallation(("ExposeAnswers", "true"));

    Installation _service = null!;
    HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await running.ResetAsync();
        _client = _service.CreateClient();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task F1_the_right_answer_gives_a_pass_for_this_challenge()
    {
        var image = await Installation.CreateAsync(_client);
        var response = await Installation.AnswerAsync(_client, image.Id, await Installation.ReadAnswerAsync(_client, image.Id));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var pass = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("pass").GetString();
        var seals = _service.Services.GetRequiredService<Seals>();
        Assert.Equal(image.Id, seals.Open<CaptchaPass>(pass)!.Id);
        Assert.Null(seals.Open<UploadReceipt>(pass));
        _service.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(seals.Open<CaptchaPass>(pass));
    }

    [Fact]
    public async Task SE1_case_and_spaces_do_not_matter()
    {
        var image = await Installation.CreateAsync(_client);
        var answer = await Installation.ReadAnswerAsync(_client, image.Id);
        Assert.Equal(6, answer.Length);
        Assert.All(answer, x => Assert.Contains(x, Font.Alphabet));
        var response = await Installation.AnswerAsync(_client, image.Id, $" {answer[..3].ToLowerInvariant()} {answer[3..]} ");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task F1_a_solved_challenge_cannot_be_solved_again()
    {
        var image = await Installation.CreateAsync(_client);
        var answer = await Installation.ReadAnswerAsync(_client, image.Id);
        Assert.Equal(HttpStatusCode.OK, (await Installation.AnswerAsync(_client, image.Id, answer)).StatusCode);
        await AssertRefused(await Installation.AnswerAsync(_client, image.Id, answer));
    }

    [Fact]
    public async Task F1_a_wrong_answer_burns_the_challenge()
    {
        var image = await Installation.CreateAsync(_client);
        var answer = await Installation.ReadAnswerAsync(_client, image.Id);
        await AssertRefused(await Installation.AnswerAsync(_client, image.Id, "WRONG!"));
        await AssertRefused(await Installation.AnswerAsync(_client, image.Id, answer));
    }

    [Fact]
    public async Task F1_of_many_attempts_at_once_only_one_counts()
    {
        for (var round = 0; round < 5; round++)
        {
            var image = await Installation.CreateAsync(_client);
            var answer = await Installation.ReadAnswerAsync(_client, image.Id);
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Installation.AnswerAsync(_client, image.Id, answer)));
            Assert.Single(answers, x => x.StatusCode == HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task F1_after_five_minutes_it_is_too_late_and_the_row_goes()
    {
        var image = await Installation.CreateAsync(_client);
        Assert.InRange(image.ExpiresAt - _service.Clock.GetUtcNow(), TimeSpan.FromMinutes(4.9), TimeSpan.FromMinutes(5));
        var answer = await Installation.ReadAnswerAsync(_client, image.Id);
        _service.Clock.Advance(TimeSpan.FromMinutes(5));
        await AssertRefused(await Installation.AnswerAsync(_client, image.Id, answer));

        await Installation.CreateAsync(_client);
        _service.Clock.Advance(TimeSpan.FromMinutes(5));
        await using var db = _service.Open();
        await Eventually.HoldsAsync(async () => !await db.Challenges.AnyAsync());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"answer\":null}")]
    [InlineData("{\"answer\":\"\"}")]
    [InlineData("{\"answer\":7}")]
    [InlineData("[")]
    [InlineData("{\"answer\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}")]
    public async Task A_malformed_answer_is_refused_and_burns_nothing(string body)
    {
        var image = await Installation.CreateAsync(_client);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await _client.PostAsync($"/api/captcha/challenges/{image.Id}/answer", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var right = await Installation.AnswerAsync(_client, image.Id, await Installation.ReadAnswerAsync(_client, image.Id));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task An_unknown_challenge_is_refused_like_a_wrong_answer() =>
        await AssertRefused(await Installation.AnswerAsync(_client, Guid.NewGuid(), "ACEFHJ"));

    static async Task AssertRefused(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("urn:helpdesk:problem:captcha-wrong",
            (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString());
    }
}
