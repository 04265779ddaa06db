using System.Net;
using Helpdesk.Api.Formats;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Following;

/// <summary>How a customer comes to a ticket: by its link, or signed in. Behind both stands the same page.</summary>
/// <param name="Api">Path in Ticketing's API: of the ticket, or of what tells where the link leads.</param>
/// <param name="Credential">What opens it there.</param>
/// <param name="Page">Path of the ticket's page.</param>
public sealed record Door(string Api, string Credential, string Page)
{
    const int LongestConversation = 10;

    bool ByLink { get; init; }

    /// <summary>The person's token, where there is one.</summary>
    public string? Bearer => ByLink ? null : Credential;

    /// <param name="secret">Null where the address holds nothing but blanks.</param>
    public static Door OfLink(string? secret) =>
        new("/api/tracking", $"Tracking {secret}", $"/t/{Uri.EscapeDataString(secret ?? "")}") { ByLink = true };

    /// <summary>Null where no ticket can have that number: other things of the API have their names in the same place.</summary>
    public static Door? OfAccount(string? number, string credential) =>
        TicketNumber.TryParse(number, out var stored) ? new($"/api/tickets/{stored}", credential, $"/tickets/{stored}") : null;

    /// <summary>The ticket with its conversation, oldest first.</summary>
    public async Task<Answer<Conversation>> ReadAsync(Services services, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(services, cancellationToken);
        return opened.Value is { } door
            ? await door.ReadOpenedAsync(services, cancellationToken)
            : new(opened.Status, null, opened.Refusal);
    }

    /// <summary>The ticket alone; enough to know that the door is open.</summary>
    public Task<Answer<TicketView>> LookAsync(Services services, CancellationToken cancellationToken) =>
        SendAsync<TicketView>(services, x => x.Get(""), cancellationToken);

    /// <summary>Path of a file of the ticket; as good as the page's own for as long as its reader may see the ticket.</summary>
    public string FileAddress(Guid file) => $"{Page}/files/{file}";

    /// <summary>Where the file can be fetched from for some minutes.</summary>
    public Task<Answer<FileDownload>> FindFileAsync(Services services, Guid file, CancellationToken cancellationToken) =>
        SendAsync<FileDownload>(services, x => x.Get($"/files/{file}"), cancellationToken);

    /// <summary>Sends what is done at the ticket, once it is known which one that is.</summary>
    public async Task<Answer<T>> SendAsync<T>(Services services, Func<Door, Call> call, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(services, cancellationToken);
        return opened.Value is { } door
            ? await services.SendAsync<T>(call(door), cancellationToken)
            : new(opened.Status, default, opened.Refusal);
    }

    public Call Post(string path, object body, string? key) =>
        Call.Post("ticketing", Api + path, body, Credential).With("Idempotency-Key", key);

    public Call Put(string path, object body) => Call.Put("ticketing", Api + path, body, Credential);

    public Call Delete(string path) => Call.Delete("ticketing", Api + path, Credential);

    Call Get(string path) => Call.Get("ticketing", Api + path, Credential);

    /// <summary>A link says to which ticket it leads; that may be another one than before.</summary>
    async Task<Answer<Door>> OpenAsync(Services services, CancellationToken cancellationToken)
    {
        if (!ByLink)
            return new(HttpStatusCode.OK, this, null);
        var found = await services.SendAsync<Tracked>(Get(""), cancellationToken);
        return new(found.Status, found.Value is { } ticket ? this with { Api = $"/api/tickets/{ticket.Number}" } : null, found.Refusal);
    }

    async Task<Answer<Conversation>> ReadOpenedAsync(Services services, CancellationToken cancellationToken)
    {
        var ticket = services.SendAsync<TicketView>(Get(""), cancellationToken);
        var messages = services.SendAsync<Page<MessageView>>(Get("/messages?size=100"), cancellationToken);
        await Task.WhenAll(ticket, messages);
        var (found, said) = (await ticket, await messages);
        if (found.Value is not { } view || said.Value is not { } first)
            return new(found.Status, null, found.Refusal ?? said.Refusal);
        var (all, more) = (first.Items.ToList(), first.More);
        for (var page = 2; more && page <= LongestConversation; page++)
        {
            var next = await services.SendAsync<Page<MessageView>>(Get($"/messages?size=100&page={page}"), cancellationToken);
            all.AddRange(next.Value?.Items ?? []);
            more = next.Value?.More == true;
        }

        return new(found.Status, new(view, new(all, false)), null);
    }

    sealed record Tracked(string Number);
}
