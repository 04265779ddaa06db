using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Helpdesk.AppHost.Resources;

/// <summary>Whether a part may be used.</summary>
static class Health
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(500);
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    /// <summary>Healthy when this holds.</summary>
    public static IResourceBuilder<T> HealthyWhen<T>(this IResourceBuilder<T> part, string what, Func<CancellationToken, Task<bool>> holds)
        where T : IResource
    {
        var name = $"{part.Resource.Name}-{what}";
        part.ApplicationBuilder.Services.AddHealthChecks().AddAsyncCheck(name, token => CheckAsync(holds, token));
        return part.WithHealthCheck(name);
    }

    /// <summary>Healthy when this page of it answers well.</summary>
    public static IResourceBuilder<T> HealthyWhenAnswers<T>(this IResourceBuilder<T> part, int port, string path) where T : IResource =>
        part.HealthyWhen("answers", async token =>
        {
            var page = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}{path}"));
            using var answer = await Http.GetAsync(page, token);
            return answer.IsSuccessStatusCode;
        });

    /// <summary>
    /// Not healthy only if it stays so for some time: Aspire asks again after seconds, in which everything that waits for this part would
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
        catch (Exception exception) when (SaysThatNobodyAnswers(exception))
        {
            return false;
        }
    }

    static bool SaysThatNobodyAnswers(Exception exception) =>
        exception is HttpRequestException or DbException or SocketException or IOException or OperationCanceledException;
}
