using Helpdesk.Api.Formats;
using Helpdesk.Ui.Api;

namespace Helpdesk.Portal.Following;

/// <summary>How a customer comes to a ticket: by its link, or signed in. Behind both stands the same page.</summary>
/// <param name="Api">Path of the ticket in Ticketing's API.</param>
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
        var read = ByLink
            ? await services.SendAsync<Conversation>(Get($"?size=100"), cancellationToken)
            : await ReadByAccountAsync(services, cancellationToken);
        if (read.Value is not { Messages.More: true } conversation)
            return read;
        var all = conversation.Messages.Items.ToList();
        for (var page = 2; page <= LongestConversation; page++)
        {
            if (await MessagesAsync(services, page, cancellationToken) is not { } more)
                break;
            all.AddRange(more.Items);
            if (!more.More)
                break;
        }

        return read with { Value = conversation with { Messages = new(all, false) } };
    }

    /// <summary>The ticket alone; enough to know that the door is open.</summary>
    public async Task<Answer<TicketView>> LookAsync(Services services, CancellationToken cancellationToken)
    {
        if (!ByLink)
            return await services.SendAsync<TicketView>(Get(""), cancellationToken);
        var read = await services.SendAsync<Conversation>(Get("?size=1"), cancellationToken);
        return new(read.Status, read.Value?.Ticket, read.Refusal);
    }

    /// <summary>Path of a file of the ticket; as good as the page's own for as long as its reader may see the ticket.</summary>
    public string FileAddress(Guid file) => $"{Page}/files/{file}";

    /// <summary>Where the file can be fetched from for some minutes.</summary>
    public Task<Answer<FileDownload>> FindFileAsync(Services services, Guid file, CancellationToken cancellationToken) =>
        services.SendAsync<FileDownload>(Get($"/files/{file}"), cancellationToken);

    public Call Post(string path, object body, string? key) => Call.Post("ticketing", Api + path, body, Credential).With("Idempotency-Key", key);

    public Call Put(string path, object body) => Call.Put("ticketing", Api + path, body, Credential);

    public Call Delete(string path) => Call.Delete("ticketing", Api + path, Credential);

    Call Get(string path) => Call.Get("ticketing", Api + path, Credential);

    async Task<Answer<Conversation>> ReadByAccountAsync(Services services, CancellationToken cancellationToken)
    {
        var ticket = services.SendAsync<TicketView>(Get(""), cancellationToken);
        var messages = services.SendAsync<Page<MessageView>>(Get("/messages?size=100"), cancellationToken);
        await Task.WhenAll(ticket, messages);
        var (found, said) = (await ticket, await messages);
        return found.Value is { } view && said.Value is { } page ? new(found.Status, new(view, page), null) : new(found.Status, null, found.Refusal ?? said.Refusal);
    }

    async Task<Page<MessageView>?> MessagesAsync(Services services, int page, CancellationToken cancellationToken) => ByLink
        ? (await services.SendAsync<Conversation>(Get($"?size=100&page={page}"), cancellationToken)).Value?.Messages
        : (await services.SendAsync<Page<MessageView>>(Get($"/messages?size=100&page={page}"), cancellationToken)).Value;
}
