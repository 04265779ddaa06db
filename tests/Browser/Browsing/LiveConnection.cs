namespace Helpdesk.Browser.Browsing;

/// <summary>What the open page of a ticket hears.</summary>
public sealed class LiveConnection(Visit visit)
{
    const string Listen = """
        window.heard = []
        window.EventSource = class extends EventSource {
          constructor(address) {
            super(address)
            for (const word of ["hello", "changed", "reply", "writing", "desk"]) this.addEventListener(word, () => window.heard.push(word))
          }
        }
        """;

    /// <summary>Opens the page of a ticket, and returns once its line stands.</summary>
    public static async Task<LiveConnection> OpenAsync(Visit visit, FollowedTicket ticket)
    {
        await visit.Page.AddInitScriptAsync(Listen);
        await visit.GoAsync(ticket.Path);
        var line = new LiveConnection(visit);
        await line.HearsAsync("hello");
        return line;
    }

    public Task HearsAsync(string word) => visit.HoldsAsync($"heard.includes('{word}')");
}
