using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpdesk.AppHost.Resources;

/// <summary>Health checks of resources.</summary>
static class HealthProbes
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(500);
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Healthy when the condition holds.</summary>
    public static IResourceBuilder<T> WithHealthProbe<T>(
        this IResourceBuilder<T> resource, string what, Func<CancellationToken, Task<bool>> holds) where T : IResource
    {
        var name = $"{resource.Resource.Name}-{what}";
        resource.ApplicationBuilder.Services.AddHealthChecks().AddAsyncCheck(name, token => CheckAsync(holds, token));
        return resource.WithHealthCheck(name);
    }

    /// <summary>Healthy when this path answers with success.</summary>
    public static IResourceBuilder<T> WithHttpProbe<T>(this IResourceBuilder<T> resource, int port, string path) where T : IResource =>
        resource.WithHealthProbe("answers", async token =>
        {
            var page = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}"));
            using var answer = await Http.GetAsync(page, token);
            return answer.IsSuccessStatusCode;
        });

    /// <summary>
    /// Retries for some seconds before it reports unhealthy: Aspire checks again only after seconds, during which everything that depends
    /// on the resource would wait.
    /// </summary>
    static async Task<HealthCheckResult> CheckAsync(Func<CancellationToken, Task<bool>> holds, CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        do
        {
            if (await HoldsAsync(holds, cancellationToken))
                return HealthCheckResult.Healthy();
            await Task.Delay(Pause, cancellationToken);
        }
        while (since.Elapsed < Limit);
        return HealthCheckResult.Unhealthy();
    }

    static async Task<bool> HoldsAsync(Func<CancellationToken, Task<bool>> holds, CancellationToken cancellationToken)
    {
        try
        {
            return await holds(cancellationToken);
        }
        catch (Exception exception) when (IsUnreachable(exception))
        {
            return false;
        }
    }

    static bool IsUnreachable(Exception exception) =>
        exception is HttpRequestException or DbException or SocketException or IOException or OperationCanceledException;
}
