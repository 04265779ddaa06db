using System.Runtime.InteropServices;
using Aspire.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Runs the model until it is told to stop, or something is missing for it.</summary>
static class RunningExtensions
{
    /// <summary>Adds what watches over the parts. Before the orchestrator's own services: those come to an end of their start only with it.</summary>
    public static void AddRunning(this IDistributedApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PartTable>().AddSingleton<StartOutcome>().AddSingleton<StopOrder>().AddSingleton<SetupCodeAnnouncement>();
        builder.Services.AddSingleton(x => new PartsFile(x.GetRequiredService<PartTable>(), builder.DataDirectory("parts.json")));
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, KeepRunning>());
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Steps>());
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, LogLines>());
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, Ready>());
    }

    /// <summary>The exit code: 0 when it ran until it was told to stop, 1 when it could not start.</summary>
    public static async Task<int> RunAsync(this IDistributedApplicationBuilder builder)
    {
        await using var app = builder.Build();
        var lifetime = app.Services.GetRequiredService<IHostApplicationLifetime>();
        // The host itself hears the other signals.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, x =>
        {
            x.Cancel = true;
            lifetime.StopApplication();
        });
        var stop = lifetime.ApplicationStopping;
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception exception)
        {
            // Does nothing when it is the stop that ended the start.
            app.Services.GetRequiredService<StartOutcome>().Fail(exception.Message);
        }

        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Screen.Say("helpdesk", "stopping");
        await app.Services.GetRequiredService<StopOrder>().StopAsync();
        await app.StopAsync();
        app.Services.GetRequiredService<PartsFile>().Delete();
        if (app.Services.GetRequiredService<StartOutcome>().Fault is not { } fault)
            return 0;
        await Console.Error.WriteLineAsync(fault);
        return 1;
    }
}
