using System.Net;
using System.Text.Json;
using Helpdesk.Api;
using Helpdesk.Api.Tickets;
using Helpdesk.Api.Tracking;

namespace Helpdesk.Ui.Api;

/// <summary>Ticketing's API. Whose ticket it is and how they reach it says <see cref="TicketAccess"/>.</summary>
public sealed class TicketingClient(ApiSender api)
{
    const int MostPages = 10;

    public Task<ApiResult<OpenTicketResponse>> OpenAsync(
        OpenTicketRequest ticket, string? credential, string? captchaPass, string? idempotencyKey, CancellationToken cancellationToken) =>
        api.SendAsync<OpenTicketResponse>(
            To(HttpMethod.Post, "/api/tickets", credential) with
            {
                Body = ticket, Headers = [("Captcha-Pass", captchaPass), ("Idempotency-Key", idempotencyKey)],
            }, cancellationToken);

    public Task<ApiResult<ListTicketsResponse>> ListAsync(TicketListQuery query, string? credential, CancellationToken cancellationToken) =>
        api.SendAsync<ListTicketsResponse>(To(HttpMethod.Get, "/api/tickets" + query.ToQueryString(), credential), cancellationToken);

    /// <summary>The caller's tickets as a file, while it is still written.</summary>
    /// <param name="zone">IANA name of the zone in which its times are told.</param>
    /// <exception cref="HttpRequestException">No replica answers.</exception>
    public Task<HttpResponseMessage> ExportAsync(ExportFormat format, string zone, string? credential, CancellationToken cancellationToken)
    {
        var path = $"/api/tickets/export?format={format.ToString().ToLowerInvariant()}&zone={Uri.EscapeDataString(zone)}";
        return api.OpenAsync(To(HttpMethod.Get, path, credential) with { Streams = true }, cancellationToken);
    }

    /// <summary>The ticket alone; enough to know that the caller may see it.</summary>
    public Task<ApiResult<TicketResponse>> GetAsync(TicketAccess access, CancellationToken cancellationToken) =>
        SendAsync<TicketResponse>(access, HttpMethod.Get, "", null, cancellationToken);

    public async Task<ApiResult<TicketConversation>> GetConversationAsync(TicketAccess access, CancellationToken cancellationToken)
    {
        var path = await FindAsync(access, cancellationToken);
        return path.Value is { } ticket
            ? await ReadConversationAsync(ticket, access.Credential, cancellationToken)
            : new(path.Status, null, path.Problem);
    }

    /// <summary>Where a file of the ticket can be fetched from for some minutes.</summary>
    public Task<ApiResult<GetFileResponse>> GetFileAsync(TicketAccess access, Guid file, CancellationToken cancellationToken) =>
        SendAsync<GetFileResponse>(access, HttpMethod.Get, $"/files/{file}", null, cancellationToken);

    public Task<ApiResult<ReplyToTicketResponse>> ReplyAsync(
        TicketAccess access, ReplyToTicketRequest reply, string? idempotencyKey, CancellationToken cancellationToken) =>
        SendAsync<ReplyToTicketResponse>(access, HttpMethod.Post, "/replies", reply, cancellationToken, idempotencyKey);

    public async Task<ApiResult> CloseAsync(TicketAccess access, CloseTicketRequest closing, CancellationToken cancellationToken) =>
        await SendAsync<JsonElement?>(access, HttpMethod.Put, "/closure", closing, cancellationToken);

    public async Task<ApiResult> ReopenAsync(TicketAccess access, CancellationToken cancellationToken) =>
        await SendAsync<JsonElement?>(access, HttpMethod.Delete, "/closure", null, cancellationToken);

    public async Task<ApiResult> RateAsync(TicketAccess access, RateTicketRequest rating, CancellationToken cancellationToken) =>
        await SendAsync<JsonElement?>(access, HttpMethod.Put, "/rating", rating, cancellationToken);

    /// <summary>The ticket's link ends, and its customer gets another by email.</summary>
    public async Task<ApiResult> RenewLinkAsync(TicketAccess access, CancellationToken cancellationToken) =>
        await SendAsync<JsonElement?>(access, HttpMethod.Post, "/tracking-links", null, cancellationToken);

    /// <summary>
    /// Sends the link of a ticket to its customer once more. The answer is the same whether there is such a ticket or not.
    /// </summary>
    public Task<ApiResult> RequestLinkAsync(RequestTrackingLinkRequest lost, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Post, "/api/tracking/reminders") with { Body = lost }, cancellationToken);

    async Task<ApiResult<TicketConversation>> ReadConversationAsync(string path, string credential, CancellationToken cancellationToken)
    {
        var getting = api.SendAsync<TicketResponse>(To(HttpMethod.Get, path, credential), cancellationToken);
        var listing = ListMessagesAsync(page: 1);
        await Task.WhenAll(getting, listing);
        var (found, said) = (await getting, await listing);
        if (found.Value is not { } ticket || said.Value is not { } first)
            return new(found.Status, null, found.Problem ?? said.Problem);
        var (messages, more) = (first.Items.ToList(), first.More);
        for (var page = 2; more && page <= MostPages; page++)
        {
            var next = (await ListMessagesAsync(page)).Value;
            messages.AddRange(next?.Items ?? []);
            more = next is { More: true };
        }

        return new(found.Status, new(ticket, messages), null);

        Task<ApiResult<PagedResult<MessageResponse>>> ListMessagesAsync(int page) => api.SendAsync<PagedResult<MessageResponse>>(
            To(HttpMethod.Get, $"{path}/messages?size={PagedResult.LargestSize}&page={page}", credential), cancellationToken);
    }

    async Task<ApiResult<T>> SendAsync<T>(
        TicketAccess access, HttpMethod method, string path, object? body, CancellationToken cancellationToken,
        string? idempotencyKey = null)
    {
        var ticket = await FindAsync(access, cancellationToken);
        if (ticket.Value is null)
            return new(ticket.Status, default, ticket.Problem);
        var request = To(method, ticket.Value + path, access.Credential) with
        {
            Body = body, Headers = [("Idempotency-Key", idempotencyKey)],
        };
        return await api.SendAsync<T>(request, cancellationToken);
    }

    /// <summary>Path of the ticket. A link says to which one it leads, asked each time: that may be another one than before.</summary>
    async Task<ApiResult<string>> FindAsync(TicketAccess access, CancellationToken cancellationToken)
    {
        if (access.Number is { } number)
            return new(HttpStatusCode.OK, PathOf(number), null);
        var tracked = await api.SendAsync<TrackTicketResponse>(To(HttpMethod.Get, "/api/tracking", access.Credential), cancellationToken);
        return new(tracked.Status, tracked.Value is { } found ? PathOf(found.Number) : null, tracked.Problem);
    }

    static string PathOf(string number) => $"/api/tickets/{number}";

    static ApiRequest To(HttpMethod method, string path, string? credential = null) =>
        new(method, ServiceNames.Ticketing, path, credential);
}
