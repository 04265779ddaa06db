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
    public async Task<ApiResult<TicketResponse>> GetAsync(TicketAccess access, CancellationToken cancellationToken)
    {
        if (!access.IsByLink)
            return await api.SendAsync<TicketResponse>(To(HttpMethod.Get, access), cancellationToken);
        var tracked = await TrackAsync(access, page: 1, size: 1, cancellationToken);
        return new(tracked.Status, tracked.Value?.Ticket, tracked.Problem);
    }

    public async Task<ApiResult<TicketConversation>> GetConversationAsync(TicketAccess access, CancellationToken cancellationToken)
    {
        var read = await ReadFirstPageAsync(access, cancellationToken);
        if (read.Value is not { } first)
            return new(read.Status, null, read.Problem);
        var messages = first.Messages.Items.ToList();
        var more = first.Messages.More;
        for (var page = 2; more && page <= MostPages; page++)
        {
            var next = await ReadPageAsync(access, page, cancellationToken);
            messages.AddRange(next?.Items ?? []);
            more = next is { More: true };
        }

        return new(read.Status, new(first.Ticket, messages), null);
    }

    /// <summary>Where a file of the ticket can be fetched from for some minutes.</summary>
    public Task<ApiResult<GetFileResponse>> GetFileAsync(TicketAccess access, Guid file, CancellationToken cancellationToken) =>
        api.SendAsync<GetFileResponse>(To(HttpMethod.Get, access, $"/files/{file}"), cancellationToken);

    /// <param name="attachments">Receipts of uploaded files.</param>
    public Task<ApiResult<ReplyToTicketResponse>> ReplyAsync(
        TicketAccess access, string text, string[] attachments, string? idempotencyKey, CancellationToken cancellationToken)
    {
        object reply = access.IsByLink ? new ReplyByLinkRequest(text, attachments) : new ReplyToTicketRequest(text, attachments);
        return api.SendAsync<ReplyToTicketResponse>(
            To(HttpMethod.Post, access, "/replies") with { Body = reply, Headers = [("Idempotency-Key", idempotencyKey)] },
                cancellationToken);
    }

    public Task<ApiResult> CloseAsync(TicketAccess access, CloseTicketRequest closing, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Put, access, "/closure") with { Body = closing }, cancellationToken);

    public Task<ApiResult> ReopenAsync(TicketAccess access, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Delete, access, "/closure"), cancellationToken);

    public Task<ApiResult> RateAsync(TicketAccess access, RateTicketRequest rating, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Put, access, "/rating") with { Body = rating }, cancellationToken);

    /// <summary>The ticket's link ends, and its customer gets another by email.</summary>
    public Task<ApiResult> RenewLinkAsync(TicketAccess access, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Post, access, "/tracking-links"), cancellationToken);

    /// <summary>
    /// Sends the link of a ticket to its customer once more. The answer is the same whether there is such a ticket or not.
    /// </summary>
    public Task<ApiResult> RequestLinkAsync(RequestTrackingLinkRequest lost, CancellationToken cancellationToken) =>
        api.SendAsync(To(HttpMethod.Post, "/api/tracking/reminders") with { Body = lost }, cancellationToken);

    async Task<ApiResult<TrackTicketResponse>> ReadFirstPageAsync(TicketAccess access, CancellationToken cancellationToken)
    {
        if (access.IsByLink)
            return await TrackAsync(access, page: 1, PagedResult.LargestSize, cancellationToken);
        var (getting, listing) = (GetAsync(access, cancellationToken), ListMessagesAsync(access, page: 1, cancellationToken));
        await Task.WhenAll(getting, listing);
        var (found, said) = (await getting, await listing);
        return found.Value is { } ticket && said.Value is { } messages
            ? new(found.Status, new(ticket, messages), null)
            : new(found.Status, null, found.Problem ?? said.Problem);
    }

    async Task<PagedResult<MessageResponse>?> ReadPageAsync(TicketAccess access, int page, CancellationToken cancellationToken) =>
        access.IsByLink
            ? (await TrackAsync(access, page, PagedResult.LargestSize, cancellationToken)).Value?.Messages
            : (await ListMessagesAsync(access, page, cancellationToken)).Value;

    Task<ApiResult<TrackTicketResponse>> TrackAsync(TicketAccess access, int page, int size, CancellationToken cancellationToken) =>
        api.SendAsync<TrackTicketResponse>(To(HttpMethod.Get, access, $"?size={size}&page={page}"), cancellationToken);

    Task<ApiResult<PagedResult<MessageResponse>>> ListMessagesAsync(TicketAccess access, int page, CancellationToken cancellationToken) =>
        api.SendAsync<PagedResult<MessageResponse>>(
            To(HttpMethod.Get, access, $"/messages?size={PagedResult.LargestSize}&page={page}"), cancellationToken);

    static ApiRequest To(HttpMethod method, TicketAccess access, string path = "") => To(method, access.Path + path, access.Credential);

    static ApiRequest To(HttpMethod method, string path, string? credential = null) =>
        new(method, ServiceNames.Ticketing, path, credential);
}
