using Helpdesk.ServiceDefaults;

namespace Helpdesk.Ui.Api;

/// <summary>Turns the name of a service into the address of one of its replicas, another one each time, and goes to the next when one is not there.</summary>
public sealed class Replicas(ServiceEndpoints endpoints) : DelegatingHandler
{
    int _turn;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var replicas = endpoints.Of(request.RequestUri!.Host);
        if (replicas.Count == 0)
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"{request.RequestUri.Host} is not known here.");
        var first = (int)((uint)Interlocked.Increment(ref _turn) % replicas.Count);
        var path = request.RequestUri.PathAndQuery;
        for (var tried = 1; ; tried++)
        {
            request.RequestUri = new Uri(replicas[(first + tried) % replicas.Count], path);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError && tried < replicas.Count)
            {
                // It has not seen a byte of the request.
            }
        }
    }
}
