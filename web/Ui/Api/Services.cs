using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.Ui.Browsing;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Ui.Api;

/// <summary>Asks the services on behalf of whoever looks at a page: in his language, from his address, with the id of his request.</summary>
public sealed class Services(HttpClient http, IHttpContextAccessor browser, KeepSession session)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Never throws for what a service says or does not say, but for the end of the session.</summary>
    /// <exception cref="SessionEndedException">The session of who looks at the page is over.</exception>
    public async Task<Answer<T>> SendAsync<T>(Call call, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await OpenAsync(call, cancellationToken);
            if (response.IsSuccessStatusCode)
                return new(response.StatusCode, await ReadAsync<T>(response, cancellationToken), null);
            var problem = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? await ReadAsync<JsonElement?>(response, cancellationToken) : null;
            return new(response.StatusCode, default, Refusal.Read(response.StatusCode, problem));
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(Refusal.OutOfReach.Status, default, Refusal.OutOfReach);
        }
    }

    /// <summary>The answer as it comes, for what is passed on as it is.</summary>
    /// <exception cref="HttpRequestException">No replica answers.</exception>
    /// <exception cref="SessionEndedException">The session of who looks at the page is over.</exception>
    public async Task<HttpResponseMessage> OpenAsync(Call call, CancellationToken cancellationToken)
    {
        // Part of an address, such as the secret of a damaged link: what no header can carry opens nothing.
        if (call.Credential is { } credential && !IsSendable(credential))
            return new(HttpStatusCode.NotFound);
        var response = await SendOnceAsync(call, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized || browser.HttpContext is not { } context || call.Credential?.StartsWith("Bearer ", StringComparison.Ordinal) != true)
            return response;
        // Perhaps only the roles are others than the token says: then the session goes on, with another token.
        if (await session.RenewAsync(context) is { } renewed)
        {
            // A file was sent already and is not here any more; who sends it again has the new token.
            if (call.Content is not null)
                return response;
            response.Dispose();
            response = await SendOnceAsync(call with { Credential = renewed }, cancellationToken);
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                return response;
        }

        response.Dispose();
        throw new SessionEndedException();
    }

    async Task<HttpResponseMessage> SendOnceAsync(Call call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, new Uri($"http://{call.Service}{call.Path}"))
        {
            Content = call.Content ?? (call.Body is null ? null : JsonContent.Create(call.Body, call.Body.GetType(), options: Json)),
        };
        if (call.Credential is not null)
            request.Headers.TryAddWithoutValidation("Authorization", call.Credential);
        foreach (var (name, value) in call.Headers.Where(x => IsSendable(x.Value)))
            request.Headers.TryAddWithoutValidation(name, value);
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(Language.Current));
        if (browser.HttpContext is { } context)
        {
            request.ForwardCaller(context);
            request.Headers.TryAddWithoutValidation("X-Request-Id", context.Request.Headers["X-Request-Id"].ToString());
            // A header that cannot be sent would take the whole page with it.
            var agent = string.Concat(context.Request.Headers.UserAgent.ToString().Where(x => x is >= ' ' and <= '~'));
            request.Headers.TryAddWithoutValidation("User-Agent", agent);
        }

        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            // The discovery's word for a service that has no address.
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"{call.Service} is not known here.", exception);
        }
    }

    static bool IsSendable(string header) => header.All(x => x is >= ' ' and <= '~');

    static async Task<T?> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken) =>
        response.Content.Headers.ContentLength == 0 || response.StatusCode == HttpStatusCode.NoContent
            ? default
            : await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken);
}
