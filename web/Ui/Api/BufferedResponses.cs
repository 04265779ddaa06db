namespace Helpdesk.Ui.Api;

/// <summary>
/// Reads a response to its end, so that one that breaks off half-way fails like one that never began: within the attempt that the
/// pipeline around may repeat.
/// </summary>
sealed class BufferedResponses : DelegatingHandler
{
    /// <summary>Set on a request whose response is handed on while it still comes.</summary>
    public static HttpRequestOptionsKey<bool> Streams { get; } = new("Helpdesk.Streams");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Options.TryGetValue(Streams, out var streams) && streams)
            return response;
        try
        {
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
