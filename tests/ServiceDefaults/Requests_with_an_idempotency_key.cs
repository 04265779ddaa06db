using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Idempotency;
using Helpdesk.ServiceDefaults.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed partial class Requests_with_an_idempotency_key : IAsyncLifetime
{
    const string Key = "a-key-of-the-callers-own";

    readonly TestClock _clock = new();
    readonly KeyFolder _keys = new();
    string _database = "";
    WebApplication _app = null!;
    TaskCompletionSource? _gate;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await TestServers.CreateDatabaseAsync();
        _app = await StartAsync();
    }

    [Fact]
    public async Task N11_are_carried_out_once_and_answered_alike()
    {
        var (first, second) = (await PostAsync("Ana"), await PostAsync("Ana"));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(Stop), await second.Content.ReadAsStringAsync(Stop));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task N11_sent_at_once_do_it_once_and_all_get_the_winners_answer()
    {
        _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = Enumerable.Range(0, 8).Select(_ => PostAsync("Ana")).ToList();
        _gate.SetResult();
        var answers = await Task.WhenAll(sent);

        var texts = await Task.WhenAll(answers.Select(x => x.Content.ReadAsStringAsync(Stop)));
        Assert.All(answers, x => Assert.Equal(HttpStatusCode.Created, x.StatusCode));
        Assert.Single(texts.Distinct());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task N11_are_not_refused_for_what_they_themselves_took()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync("Ana", path: "/names")));

        Assert.All(answers, x => Assert.Equal(HttpStatusCode.Created, x.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(x => x.Content.ReadAsStringAsync(Stop)))).Distinct());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("Ana", "a-key-of-somebody-else", "/names")).StatusCode);
    }

    [Fact]
    public async Task N11_are_answered_when_their_host_died_right_after_the_commit()
    {
        Assert.Equal(HttpStatusCode.InternalServerError, (await PostAsync("Ana", path: "/foretold")).StatusCode);
        var again = await PostAsync("Ana", path: "/foretold");

        Assert.Equal((HttpStatusCode.Created, "application/json; charset=utf-8"),
            (again.StatusCode, again.Content.Headers.ContentType!.ToString()));
        Assert.Equal($"/things/{(await again.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("id").GetGuid()}",
            again.Headers.Location!.ToString());
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task With_another_body_are_refused()
    {
        await PostAsync("Ana");
        var reused = await PostAsync("Ben");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reused.StatusCode);
        Assert.Equal("urn:helpdesk:problem:idempotency-key-reused", await TypeAsync(reused));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task That_were_refused_may_be_sent_again_corrected()
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await PostAsync("Ana")).StatusCode);
    }

    [Theory]
    [InlineData("/others", null)]
    [InlineData("/things", "Tracking another-customer")]
    public async Task Of_another_caller_or_to_another_address_are_others(string path, string? authorization)
    {
        var (mine, theirs) = (await PostAsync("Ana", authorization: "Tracking me"),
            await PostAsync("Ana", path: path, authorization: authorization));

        Assert.NotEqual(mine.Headers.Location, theirs.Headers.Location);
        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData("short")]
    [InlineData(201)]
    public async Task With_a_key_that_others_could_guess_are_refused(object key)
    {
        var answer = await PostAsync("Ana", key as string ?? new string('k', (int)key));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("/things", null)]
    [InlineData("/unmarked", Key)]
    public async Task Without_a_key_or_where_none_is_honoured_are_all_carried_out(string path, string? key)
    {
        await PostAsync("Ana", key, path);
        await PostAsync("Ana", key, path);

        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Whose_answer_was_lost_are_not_carried_out_again()
    {
        await PostAsync("Ana");
        await using (var scope = _app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<Things>().Database.ExecuteSqlRawAsync(
                "UPDATE idempotent_response SET status = NULL, protected_body = NULL", Stop);
        var again = await PostAsync("Ana");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("urn:helpdesk:problem:answer-not-known", await TypeAsync(again));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Are_forgotten_after_a_day_and_no_secret_of_theirs_is_stored_in_clear()
    {
        var secret = (await (await PostAsync("Ana")).Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("secret").GetString()!;
        await using (var scope = _app.Services.CreateAsyncScope())
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<Things>().Database
                .SqlQuery<int>($"""
                    SELECT count(*)::int AS "Value" FROM idempotent_response
                    WHERE position(convert_to({secret}, 'UTF8') IN protected_body) = 0
                    """)
                .SingleAsync(Stop));

        _clock.Advance(TimeSpan.FromHours(25));
        await using var another = await StartAsync();
        await Eventually.HoldsAsync(async () =>
        {
            await using var scope = _app.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<Things>().Database.SqlQuery<int>(
                $"SELECT count(*)::int AS \"Value\" FROM idempotent_response").SingleAsync() == 0;
        });
        Assert.Equal(HttpStatusCode.Created, (await PostAsync("Ben")).StatusCode);
    }

    public sealed record NewThing(string Name);

    sealed class Thing
    {
        public required Guid Id { get; init; }
        public required string Name { get; init; }
    }

    sealed class Taken
    {
        public required string Name { get; init; }
    }

    sealed class Things(DbContextOptions<Things> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<Thing>();
            modelBuilder.Entity<Taken>(x => x.ToTable("name").HasKey(y => y.Name));
            modelBuilder.AddIdempotencyKeys();
        }
    }
}
