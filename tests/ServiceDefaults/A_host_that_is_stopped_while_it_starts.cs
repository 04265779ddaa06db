using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.ServiceDefaults.Tests;

public sealed class A_host_that_is_stopped_while_it_starts
{
    [Fact]
    public async Task Ends_without_a_failure()
    {
        using var keys = new KeyFolder();
        var builder = WebApplication.CreateBuilder(["--DataProtection:Keys", keys.Path, "--urls", "http://127.0.0.1:0"]);
        builder.AddServiceDefaults("test");
        var slow = new SlowStart();
        builder.Services.AddHostedService(_ => slow);
        var app = builder.Build();

        var running = app.RunOrMigrateAsync([]);
        await slow.Begun.Task.WaitAsync(TestContext.Current.CancellationToken);
        app.Lifetime.StopApplication();
        await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Still_fails_of_anything_else()
    {
        using var keys = new KeyFolder();
        var builder = WebApplication.CreateBuilder(["--DataProtection:Keys", keys.Path, "--urls", "http://127.0.0.1:0"]);
        builder.AddServiceDefaults("test");
        builder.Services.AddHostedService<GivingUp>();
        await Assert.ThrowsAsync<TaskCanceledException>(() => builder.Build().RunOrMigrateAsync([]));
    }

    sealed class SlowStart : IHostedService
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Begun.SetResult();
            return Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>A request of its own that took too long ends by the same kind of exception.</summary>
    sealed class GivingUp : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.FromException(new TaskCanceledException("Too long."));

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
