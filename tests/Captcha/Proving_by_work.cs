using System.Net;
using System.Text.Json;
using Helpdesk.Api.Captcha;
using Helpdesk.Captcha.Proofs;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Captcha.Tests;

public sealed class Proving_by_work(Proving_by_work.Running running) : IClassFixture<Proving_by_work.Running>, IAsyncLifetime
{
    public sealed class Running() : SharedInstallation(("Proofs:BaselinePerMinute", "2"));

    Installation _service = null!;
    Caller _me = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await running.ResetAsync();
        _me = new(_service.CreateClient());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SE1_who_cannot_read_an_image_gets_the_same_pass_for_work()
    {
        var asked = (await _me.PostAsync("/api/captcha/proofs", "")).Expect(HttpStatusCode.Created);
        Assert.Equal(("proof-of-work", "SHA-256"), (asked["kind"], asked["algorithm"]));
        var timeLeft = asked.Json.GetProperty("expiresAt").GetDateTimeOffset() - _service.Clock.GetUtcNow();
        Assert.InRange(timeLeft, TimeSpan.FromMinutes(4.9), TimeSpan.FromMinutes(5));

        var pass = (await SolveAsync(asked, Solve(asked))).Expect(HttpStatusCode.OK)["pass"];
        Assert.Equal(Guid.Parse(asked["id"]), _service.Seals.Open<CaptchaPass>(pass)!.Id);
        _service.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(_service.Seals.Open<CaptchaPass>(pass));
    }

    [Fact]
    public async Task F1_a_proof_is_good_once_even_when_handed_in_by_many_at_once()
    {
        var asked = await AskAsync();
        var numbers = Solve(asked);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SolveAsync(asked, numbers)));
        Assert.Single(answers, x => x.Status == HttpStatusCode.OK);
        AssertRefused(await SolveAsync(asked, numbers));
    }

    [Fact]
    public async Task F1_a_wrong_proof_burns_it()
    {
        var asked = await AskAsync();
        var numbers = Solve(asked);
        AssertRefused(await SolveAsync(asked, [.. numbers[..^1], numbers[^1] + 1]));
        AssertRefused(await SolveAsync(asked, numbers));
    }

    [Fact]
    public async Task F1_work_for_another_seed_or_too_few_parts_or_in_another_order_does_not_count()
    {
        var (one, other) = (await AskAsync(), await AskAsync());
        AssertRefused(await SolveAsync(other, Solve(one)));
        var third = await AskAsync();
        AssertRefused(await SolveAsync(third, Solve(third)[..^1]));
        var fourth = await AskAsync();
        AssertRefused(await SolveAsync(fourth, [.. Solve(fourth).Reverse()]));
    }

    [Fact]
    public async Task F1_after_five_minutes_it_is_too_late_and_the_row_goes()
    {
        var asked = await AskAsync();
        var numbers = Solve(asked);
        _service.Clock.Advance(TimeSpan.FromMinutes(5));
        AssertRefused(await SolveAsync(asked, numbers));
        await using var db = _service.Open();
        await Eventually.HoldsAsync(async () => !await db.Proofs.AnyAsync());
    }

    [Fact]
    public async Task A_malformed_proof_is_refused_and_burns_nothing()
    {
        var asked = await AskAsync();
        string[] bodies =
        [
            "{}", "{\"numbers\":null}", "{\"numbers\":[]}", "{\"numbers\":[\"x\"]}", "{\"numbers\":[1.5]}",
            "{\"numbers\":[99999999999999999999]}", "[",
        ];
        foreach (var body in bodies)
            (await _me.PostAsync($"/api/captcha/proofs/{asked["id"]}/solution", body)).Expect(HttpStatusCode.BadRequest);
        (await SolveAsync(asked, Solve(asked))).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_proof_is_no_image_and_an_image_no_proof()
    {
        var (proof, image) = (await AskAsync(), (await _me.PostAsync("/api/captcha/challenges", "")).Expect(HttpStatusCode.Created));
        (await _me.PostAsync($"/api/captcha/challenges/{proof["id"]}/answer", new AnswerChallengeRequest("ACEFHJ")))
            .Expect(HttpStatusCode.UnprocessableEntity);
        AssertRefused(await SolveAsync(image, [1, 2, 3]));
    }

    [Fact]
    public async Task SE1_the_work_grows_with_what_is_solved_and_falls_again_a_minute_later()
    {
        for (var i = 0; i < 4; i++)
        {
            var asked = await AskAsync();
            // Two a minute are the baseline; the third may be counted before the fourth is asked for.
            if (i < 3)
                Assert.Equal(ProofOfWork.MinParts, asked.Json.GetProperty("parts").GetInt32());
            (await SolveAsync(asked, Solve(asked))).Expect(HttpStatusCode.OK);
        }

        _service.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2 * ProofOfWork.MinParts, (await AskAsync()).Json.GetProperty("parts").GetInt32());
        _service.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(ProofOfWork.MinParts, (await AskAsync()).Json.GetProperty("parts").GetInt32());
    }

    [Fact]
    public async Task Only_asking_makes_nothing_harder_for_others()
    {
        for (var i = 0; i < 20; i++)
            await AskAsync();
        _service.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(ProofOfWork.MinParts, (await AskAsync()).Json.GetProperty("parts").GetInt32());
    }

    async Task<Answer> AskAsync() => (await _me.PostAsync("/api/captcha/proofs", "")).Expect(HttpStatusCode.Created);

    Task<Answer> SolveAsync(Answer asked, long[] numbers) =>
        _me.PostAsync($"/api/captcha/proofs/{asked["id"]}/solution", new SolveProofRequest(numbers));

    static long[] Solve(Answer asked) =>
        new Solver().Solve(asked["seed"], asked.Json.GetProperty("bits").GetInt32(), asked.Json.GetProperty("parts").GetInt32());

    static void AssertRefused(Answer answer) => Assert.Equal("captcha-wrong", answer.Expect(HttpStatusCode.UnprocessableEntity).Problem);
}
