using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.WholeSystem.Running;

/// <summary>The mails that arrived in the local mail box.</summary>
public static class Mailbox
{
    public static async Task<IReadOnlyList<Arrived>> AllAsync(Uri mailbox)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(60) };
        var mails = await http.GetFromJsonAsync<JsonElement>(new Uri(mailbox, "/email"));
        return [.. mails.EnumerateArray().Select(x => new Arrived(
            Text(x.GetProperty("headers"), "x-helpdesk-ticket"),
            x.GetProperty("to")[0].GetProperty("address").GetString()!,
            x.GetProperty("subject").GetString()!,
            Text(x.GetProperty("headers"), "message-id")))];
    }

    static string Text(JsonElement headers, string name) => headers.TryGetProperty(name, out var value) ? value.ToString() : "";
}

public sealed record Arrived(string Ticket, string To, string Subject, string MessageId);
