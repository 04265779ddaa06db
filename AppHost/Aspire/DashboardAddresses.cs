using System.Runtime.CompilerServices;

namespace Helpdesk.AppHost;

/// <summary>
/// Aspire refuses to start without addresses for its dashboard, which usually come from launch settings. Such a file would reach
/// the local orchestrator, too, so they stand here; a variable that is set already wins.
/// </summary>
static class DashboardAddresses
{
    [ModuleInitializer]
    internal static void Choose()
    {
        Default("ASPNETCORE_URLS", "http://localhost:15080");
        Default("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "http://localhost:15081");
        Default("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "http://localhost:15082");
        Default("ASPIRE_ALLOW_UNSECURED_TRANSPORT", "true");
    }

    static void Default(string name, string value)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name)))
            Environment.SetEnvironmentVariable(name, value);
    }
}
