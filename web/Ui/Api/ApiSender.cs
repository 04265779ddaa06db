using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Http;
using Polly.Timeout;

namespace Helpdesk.Ui.Api;

/// <summary>
/// Sends what the typed clients ask, on behalf of whoever looks at a page: in their language, from their address, with the id of their
/// request. A session whose token is refused is renewed and the request sent again with the new token.
/// </summary>
/// <param name="http">See <see cref="ApiClientSetup"/>.</param>
public sealed class ApiSender(HttpClient http, IHttpContextAccessor browser, SessionRenewal session)
{
    /// <summary>Never throws for what a service says or does not say, but for the end of the session.</summary>
    /// <exception cref="SessionEndedException">The session of whoever looks at the page is over.</exception>
    internal async Task<ApiResult<T>> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await OpenAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return new(response.StatusCode, await ReadAsync<T>(response, cancellationToken), null);
            var problem = ApiProblem.Read(response.StatusCode, await ReadProblemAsync(response, cancellationToken));
            return new(response.StatusCode, default, problem);
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(ApiProblem.Unreachable.Status, default, ApiProblem.Unreachable);
        }
    }

    /// <summary>For a request whose answer holds nothing that anybody reads.</summary>
    /// <exception cref="SessionEndedException">The session of whoever looks at the page is over.</exception>
    internal async Task<ApiResult> SendAsync(ApiRequest request, CancellationToken cancellationToken) =>
        await SendAsync<JsonElement?>(request, cancellationToken);

    /// <summary>The response as it comes.</summary>
    /// <exception cref="HttpRequestException">No replica answers.</exception>
    /// <exception cref="SessionEndedException">The session of whoever looks at the page is over.</exception>
    internal async Task<HttpResponseMessage> OpenAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        // Part of an address, such as the secret of a damaged link: what no header can carry opens nothing.
        if (request.Credential is { } credential && !IsSendable(credential))
            return new(HttpStatusCode.NotFound);
        var response = await SendOnceAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || browser.HttpContext is not { } context
            || request.Credential?.StartsWith("Bearer ", StringComparison.Ordinal) != true)
            return response;
        // Perhaps only the roles are others than the token says: then the session goes on, with another token.
        if (await session.RenewAsync(context) is { } renewed)
        {
            // A file was sent already and is not here any more; whoever sends it again has the new token.
            if (request.Content is not null)
                return response;
            response.Dispose();
            response = await SendOnceAsync(request with { Credential = renewed }, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                return response;
        }

        response.Dispose();
        throw new SessionEndedException();
    }

    async Task<HttpResponseMessage> SendOnceAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri($"http://{request.Service}{request.Path}"));
        message.Content = request.Content
            ?? (request.Body is null ? null : JsonContent.Create(request.Body, request.Body.GetType(), options: ApiJson.Options));
        message.Options.Set(BufferedResponses.Streams, request.Streams);
        if (request.Credential is not null)
            message.Headers.TryAddWithoutValidation("Authorization", request.Credential);
        foreach (var (name, value) in request.Headers.Where(x => x.Value is not null && IsSendable(x.Value)))
            message.Headers.TryAddWithoutValidation(name, value);
        AddCaller(message);
        try
        {
            return await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            // What discovery says of a service that has no address.
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"{request.Service} is not known here.", exception);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new HttpRequestException($"{request.Service} did not answer in time.", exception);
        }
    }

    void AddCaller(HttpRequestMessage message)
    {
        message.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(Language.Current));
        if (browser.HttpContext is not { } context)
            return;
        message.ForwardCaller(context);
        message.Headers.TryAddWithoutValidation("X-Request-Id", context.Request.Headers["X-Request-Id"].ToString());
        // A header that cannot be sent would take the whole page with it.
        var agent = string.Concat(context.Request.Headers.UserAgent.ToString().Where(x => x is >= ' ' and <= '~'));
        message.Headers.TryAddWithoutValidation("User-Agent", agent);
    }

    static bool IsSendable(string header) => header.All(x => x is >= ' ' and <= '~');

    static Task<JsonElement?> ReadProblemAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
            ? ReadAsync<JsonElement?>(response, cancellationToken)
            : Task.FromResult<JsonElement?>(null);

    static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.Content.Headers.ContentLength == 0 || response.StatusCode == HttpStatusCode.NoContent
            ? default
            : await response.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancellationToken);
}
