using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.AppHost;

/// <summary>Configures Aspire to run without launch settings, calls to the internet and its own console output.</summary>
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
            // Otherwise the AppHost ends while resources are still stopping.
            "--DcpPublisher:WaitForResourceCleanup=true",
            "--Logging:LogLevel:Default=Warning",
            // The keys of its own resource service are for this run alone.
            "--Logging:LogLevel:Microsoft.AspNetCore.DataProtection=Error",
            // A resource that has not started yet is unhealthy; its state says so.
            "--Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks=None",
            // We say in one sentence why the start failed.
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
        // Resources keep waiting while what they depend on is restarted.
        builder.Services.Configure<ResourceNotificationServiceOptions>(x => x.DefaultWaitBehavior = WaitBehavior.WaitOnResourceUnavailable);
        // Aspire generates one for each start, which nobody else could know.
        if (given[ApiKey] is { Length: > 0 } key)
            builder.Configuration["AppHost:DashboardApiKey"] = key;
        builder.AddSupervision();
        builder.ChoosePublicPort();
        return builder;
    }

    public static bool HasDashboard(this IDistributedApplicationBuilder builder) => builder.Configuration.GetValue(DashboardKey, true);

    /// <summary>The default address unless another is set; with a free port if the default one is taken.</summary>
    static string[] Address(IConfiguration given, string key, int usual)
    {
        if (!string.IsNullOrEmpty(given[key]))
            return [];
        using var free = Ports.TryReserveWanted(usual);
        return [string.Create(CultureInfo.InvariantCulture, $"--{key}=http://localhost:{(free is null ? Ports.Free() : usual)}")];
    }
}
