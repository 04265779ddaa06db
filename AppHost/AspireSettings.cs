using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost;

/// <summary>How Aspire is to run here: without launch settings, calls to the internet and words of its own on the console.</summary>
static class AspireSettings
{
    const string DashboardKey = "Helpdesk:Dashboard", ApiKey = "Helpdesk:DashboardApiKey";

    public static IDistributedApplicationBuilder CreateBuilder(string[] args)
    {
        var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        string[] settings =
        [
            .. Address(given, "ASPNETCORE_URLS", 15080),
            .. Address(given, "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", 15081),
            .. Address(given, "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", 15082),
            "--ASPIRE_VERSION_CHECK_DISABLED=true", "--ASPIRE_DASHBOARD_TELEMETRY_OPTOUT=true",
            // Else the AppHost is gone while what it started is still on its way out.
            "--DcpPublisher:WaitForResourceCleanup=true",
            "--Logging:LogLevel:Default=Warning",
            // The keys of its own resource service are of this start alone.
            "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",
            // A part that is not there yet is unhealthy: its state says that.
            "--Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks=None",
            // Why the start ended is said in one sentence.
            "--Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host=None",
        ];
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = [.. settings, .. args],
            AllowUnsecuredTransport = true,
            TrustDeveloperCertificate = false,
            DisableDashboard = !given.GetValue(DashboardKey, true),
            DashboardApplicationName = "Helpdesk",
        });
        // Whoever waits goes on when what died has been started again.
        builder.Services.Configure<ResourceNotificationServiceOptions>(x => x.DefaultWaitBehavior = WaitBehavior.WaitOnResourceUnavailable);
        // Aspire draws one for each start: nobody else could know it.
        if (given[ApiKey] is { Length: > 0 } key)
            builder.Configuration["AppHost:DashboardApiKey"] = key;
        builder.AddSupervision();
        builder.ChoosePublicPort();
        return builder;
    }

    public static bool HasDashboard(this IDistributedApplicationBuilder builder) => builder.Configuration.GetValue(DashboardKey, true);

    /// <summary>The usual address unless another is set; with another port where somebody has that one.</summary>
    static string[] Address(IConfiguration given, string key, int usual)
    {
        if (!string.IsNullOrEmpty(given[key]))
            return [];
        using var free = Ports.TryReserveWanted(usual);
        return [string.Create(CultureInfo.InvariantCulture, $"--{key}=http://localhost:{(free is null ? Ports.Free() : usual)}")];
    }
}
