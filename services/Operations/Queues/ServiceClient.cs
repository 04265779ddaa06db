using System.Text.Json;
using Helpdesk.Messaging;

namespace Helpdesk.Operations.Queues;

/// <summary>Asks each service that this one knows the address of; one that does not answer is asked again the next time.</summary>
sealed class ServiceClient(IHttpClientFactory clients, IConfiguration configuration)
{
    public const string Client = "neighbours";

    public async Task<IReadOnlyList<MessagingReport>> AskAsync(CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(Client);
        var answers = await Task.WhenAll(configuration.GetSection("services").GetChildren()
            .Select(x => AskAsync<MessagingReport>(http, x.Key, MessagingReport.Path, cancellationToken)));
        return [.. answers.OfType<MessagingReport>()];
    }

    /// <summary>Null when the service does not answer.</summary>
    public async Task<T?> AskAsync<T>(string service, string path, CancellationToken cancellationToken) where T : class
    {
        using var http = clients.CreateClient(Client);
        return await AskAsync<T>(http, service, path, cancellationToken);
    }

    static async Task<T?> AskAsync<T>(HttpClient http, string service, string path, CancellationToken cancellationToken) where T : class
    {
        try
        {
            return await http.GetFromJsonAsync<T>(new Uri($"http://{service}{path}"), cancellationToken);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or InvalidOperationException
            or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
