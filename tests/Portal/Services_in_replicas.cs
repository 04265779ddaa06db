using System.Collections.Concurrent;
using System.Net;
using Helpdesk.Ui.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Portal.Tests;

public sealed class Services_in_replicas
{
    public enum Fault { None, Drops, BreaksOff, Hangs }

    // Nobody listens there.
    const string Dead = "http://127.0.0.1:1";

    readonly ConcurrentQueue<string> _arrived = new();
    readonly ConcurrentQueue<string> _logged = new();

    [Fact]
    public async Task N11_take_turns()
    {
        await using var first = await StartAsync("first");
        await using var second = await StartAsync("second");
        await using var app = Pages(Address(first), Address(second));
        for (var i = 0; i < 10; i++)
            await GetAsync(app);
        Assert.Equal(5, _arrived.Count(x => x.StartsWith("first", StringComparison.Ordinal)));
        Assert.Equal(5, _arrived.Count(x => x.StartsWith("second", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task N11_of_which_one_is_dead_are_not_noticed_whatever_is_sent_and_however_many_send()
    {
        await using var living = await StartAsync("living");
        await using var app = Pages(Dead, Address(living));
        for (var i = 0; i < 20; i++)
            await GetAsync(app);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(x => PostAsync(app, $"text {x}")));
        Assert.Equal(60, _arrived.Count);
        Assert.Equal(40, _arrived.Distinct().Count(x => x.Contains("text", StringComparison.Ordinal)));
        Assert.Empty(_logged);
    }

    [Fact]
    public async Task N11_that_broke_off_may_have_done_what_was_asked_so_it_is_not_asked_again()
    {
        await using var first = await StartAsync("first", Fault.Drops);
        await using var second = await StartAsync("second", Fault.Drops);
        await using var app = Pages(Address(first), Address(second));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(app, "once"));
        Assert.Single(_arrived);
        Assert.Empty(_logged);
    }

    [Theory]
    [InlineData(Fault.Drops)]
    [InlineData(Fault.BreaksOff)]
    public async Task N11_that_broke_off_are_asked_once_more_for_what_only_reads(Fault fault)
    {
        await using var first = await StartAsync("first", fault);
        await using var second = await StartAsync("second", fault);
        await using var app = Pages(Address(first), Address(second));
        await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(app));
        Assert.Equal(["first ", "second "], _arrived.Order(StringComparer.Ordinal));

        await using var living = await StartAsync("living");
        await using var better = Pages(Address(first), Address(living));
        for (var i = 0; i < 4; i++)
            await GetAsync(better);
        Assert.Empty(_logged);
    }

    [Fact]
    public async Task N11_that_do_not_answer_in_time_are_asked_once_more_for_what_only_reads()
    {
        await using var hanging = await StartAsync("hanging", Fault.Hangs);
        await using var living = await StartAsync("living");
        await using var app = Pages(Address(hanging), Address(living));
        await GetAsync(app);
        await GetAsync(app);
        Assert.Contains("hanging ", _arrived);
        Assert.Equal(2, _arrived.Count(x => x == "living "));
    }

    [Fact]
    public async Task N11_that_broke_off_half_way_have_done_what_was_asked_so_it_is_not_asked_again()
    {
        await using var first = await StartAsync("first", Fault.BreaksOff);
        await using var second = await StartAsync("second", Fault.BreaksOff);
        await using var app = Pages(Address(first), Address(second));
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(app, "once"));
        Assert.Single(_arrived);
    }

    [Fact]
    public async Task N11_all_dead_are_given_up_at_once()
    {
        await using var app = Pages(Dead, Dead);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => GetAsync(app));
        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        Assert.Empty(_logged);
    }

    [Fact]
    public async Task One_without_an_address_is_no_host_of_the_network_but_out_of_reach()
    {
        await using var app = Pages();
        var captcha = new CaptchaClient(new(Client(app), new HttpContextAccessor(), null!));
        var answer = await captcha.CreateChallengeAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.Problem?.IsUnavailable);
        Assert.Empty(_logged);
    }

    WebApplication Pages(params string[] replicas)
    {
        var builder = WebApplication.CreateBuilder([.. replicas.Index().Select(x => $"--services:captcha:http:{x.Index}={x.Item}")]);
        builder.Logging.ClearProviders().AddProvider(new Warnings(_logged));
        builder.AddApiClients();
        return builder.Build();
    }

    async Task<WebApplication> StartAsync(string name, Fault fault = Fault.None)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            _arrived.Enqueue($"{name} {await body.ReadToEndAsync()}");
            switch (fault)
            {
                case Fault.Hangs:
                    await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    break;
                case Fault.BreaksOff:
                    context.Response.ContentLength = 100;
                    await context.Response.WriteAsync("{ \"half");
                    await context.Response.Body.FlushAsync();
                    context.Abort();
                    break;
                case Fault.Drops:
                    context.Abort();
                    break;
            }
        });
        await app.StartAsync();
        return app;
    }

    static string Address(WebApplication app) => app.Urls.Single();

    static HttpClient Client(WebApplication app) => app.Services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ApiSender));

    static async Task GetAsync(WebApplication app) =>
        (await Client(app).GetAsync(new Uri("http://captcha/api/captcha"), TestContext.Current.CancellationToken))
            .EnsureSuccessStatusCode();

    static async Task PostAsync(WebApplication app, string text)
    {
        using var body = new StringContent(text);
        (await Client(app).PostAsync(new Uri("http://captcha/api/captcha"), body, TestContext.Current.CancellationToken))
            .EnsureSuccessStatusCode();
    }

    sealed class Warnings(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lines.Enqueue(formatter(state, exception));
        }
    }
}
