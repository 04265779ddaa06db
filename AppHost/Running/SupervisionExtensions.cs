using Aspire.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Polly.Timeout;

namespace Helpdesk.AppHost.Running;

/// <summary>Runs the model until it is told to stop, or cannot start.</summary>
static class SupervisionExtensions
{
    /// <summary>Adds what supervises the resources, before the orchestrator, which has started only when all resources have.</summary>
    public static void AddSupervision(this IDistributedApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ResourceTable>().AddSingleton<Shutdown>().AddSingleton<OrderedStop>()
            .AddSingleton<SetupCodeMessage>();
        builder.Services.AddSingleton<IHostLifetime>(x => x.GetRequiredService<Shutdown>());
        builder.Services.AddSingleton(x =>
            new ResourcesFile(x.GetRequiredService<ResourceTable>(), builder.DataDirectory("resources.json")));
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, ResourceRestarter>());
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, CompletionWatcher>());
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, ConsoleLogs>());
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, ReadinessReport>());
    }

    /// <summary>The exit code: 0 after a regular stop, 1 when it could not start.</summary>
    public static async Task<int> RunAsync(this IDistributedApplicationBuilder builder)
    {
        await using var app = builder.Build();
        var shutdown = app.Services.GetRequiredService<Shutdown>();
        var started = StartAsync(app, shutdown);
        await Task.Delay(Timeout.Infinite, shutdown.Asked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ConsoleOutput.WriteLine("helpdesk", shutdown.Fault is { } fault ? $"gives up and stops: {fault}" : "stopping");
        await app.Services.GetRequiredService<OrderedStop>().StopAsync();
        await StopAsync(app);
        await started;
        app.Services.GetRequiredService<ResourcesFile>().Delete();
        if (shutdown.Fault is null)
            return 0;
        await Console.Error.WriteLineAsync(shutdown.Fault);
        return 1;
    }

    static async Task StartAsync(DistributedApplication app, Shutdown shutdown)
    {
        try
        {
            await app.StartAsync();
        }
        // Each of these does nothing when a stop interrupted the start.
        catch (TimeoutRejectedException exception)
        {
            shutdown.Fail(
                $"This machine is too busy to start Aspire's orchestrator in time. Try again when it is less so. ({exception.Message})");
        }
        catch (Exception exception)
        {
            shutdown.Fail(exception.Message);
        }
    }

    static async Task StopAsync(DistributedApplication app)
    {
        try
        {
            await app.StopAsync();
        }
        catch (OperationCanceledException)
        {
            // The host's own limit. The orchestrator kills what is left when this process ends.
            ConsoleOutput.WriteLine("helpdesk", "not everything stopped in time; the rest is killed");
        }
    }
}
