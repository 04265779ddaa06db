using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helpdesk.Fixtures;

namespace Helpdesk.Running;

/// <summary>The mails that arrived in the local mailbox.</summary>
public static class Mailbox
{
    public static Task<IReadOnlyList<ReceivedMail>> AllAsync(Uri mailbox) => ReadAsync(new Uri(mailbox, "/email"));

    /// <summary>The mails to one address; all together may be megabytes.</summary>
    public static Task<IReadOnlyList<ReceivedMail>> ToAsync(Uri mailbox, string to) =>
        ReadAsync(new Uri(mailbox, $"/email?to.address={Uri.EscapeDataString(to)}"));

    static async Task<IReadOnlyList<ReceivedMail>> ReadAsync(Uri address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var mails = await http.GetFromJsonAsync<JsonElement>(address);
        return [.. mails.EnumerateArray().Select(x => new ReceivedMail(
            Text(x.GetProperty("headers"), "x-helpdesk-ticket"),
            x.GetProperty("to")[0].GetProperty("address").GetString()!,
            x.GetProperty("subject").GetString()!,
            Text(x.GetProperty("headers"), "message-id"), Text(x, "text")))];
    }

    /// <summary>The secret in the newest mail to an address with a link to the page, once it has arrived.</summary>
    public static async Task<string> LinkSecretAsync(Uri mailbox, string to, string page)
    {
        var secret = "";
        await Eventually.HoldsAsync(async () =>
        {
            var text = (await ToAsync(mailbox, to)).Select(x => x.Text)
                .LastOrDefault(x => x.Contains($"/{page}", StringComparison.Ordinal)) ?? "";
            secret = Regex.Match(text, $@"/{page}[#/?]([A-Za-z0-9_\-=%.]+)").Groups[1].Value;
            return secret.Length > 0;
        }, what: $"a mail to {to} with a link to {page}");
        return secret[(secret.IndexOf('=', StringComparison.Ordinal) + 1)..];
    }

    static string Text(JsonElement headers, string name) => headers.TryGetProperty(name, out var value) ? value.ToString() : "";
}

public sealed record ReceivedMail(string Ticket, string To, string Subject, string MessageId, string Text);
