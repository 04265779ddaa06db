using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpdesk.AppHost.Resources;

/// <summary>Whether a resource may be used.</summary>
static class HealthProbes
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(500);
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Healthy when this holds.</summary>
    public static IResourceBuilder<T> WithHealthProbe<T>(this IResourceBuilder<T> resource, string what, Func<CancellationToken, Task<bool>> holds)
        where T : IResource
    {
        var name = $"{resource.Resource.Name}-{what}";
        resource.ApplicationBuilder.Services.AddHealthChecks().AddAsyncCheck(name, token => CheckAsync(holds, token));
        return resource.WithHealthCheck(name);
    }

    /// <summary>Healthy when this page of it answers well.</summary>
    public static IResourceBuilder<T> WithHttpProbe<T>(this IResourceBuilder<T> resource, int port, string path) where T : IResource =>
        resource.WithHealthProbe("answers", async token =>
        {
            var page = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}"));
            using var answer = await Http.GetAsync(page, token);
            return answer.IsSuccessStatusCode;
        });

    /// <summary>
    /// Not healthy only if it stays so for some time: Aspire asks again after seconds, in which everything that waits for this resource would
    /// go on waiting, one after the other.
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
