using System.Net;
using System.Text.Json;
using Helpdesk.Fixtures;

namespace Helpdesk.WholeSystem.Running;

/// <summary>Checks that everything promised to these customers happened exactly once.</summary>
public sealed class Audit(ApiClient staff, Uri mailbox, StaffedArea area, IReadOnlyList<OpenedTicket> accepted)
{
    static readonly string[] Templates = ["ticket-opened", "ticket-assigned"];

    public async Task<IReadOnlyList<string>> FaultsAsync() =>
        [.. await TicketsAsync(), .. await PerTicketAsync(), .. await MailsAsync()];

    async Task<IEnumerable<string>> TicketsAsync()
    {
        var listed = new List<(string Number, string Subject)>();
        // In the order of opening, which is stable: by last change, a ticket could move to another page meanwhile.
        for (var page = 1; ; page++)
        {
            var items = (await staff.GetAsync($"/api/tickets?view=all&sort=opened&q={area.Mark}&page={page}&size=100"))
                .Expect(HttpStatusCode.OK).GetProperty("items").EnumerateArray().ToList();
            listed.AddRange(items.Select(x => (x.GetProperty("number").GetString()!, x.GetProperty("subject").GetString()!)));
            if (items.Count < 100)
                break;
        }

        var bySubject = listed.Where(x => x.Subject.Contains(area.Mark, StringComparison.Ordinal)).GroupBy(x => x.Subject, x => x.Number)
            .ToDictionary(x => x.Key, x => x.ToList());
        return bySubject.Where(x => x.Value.Count > 1)
            .Select(x => $"\"{x.Key}\" exists {x.Value.Count} times: {string.Join(", ", x.Value)}")
            .Concat(accepted.Where(x => bySubject.GetValueOrDefault(area.Subject(x.Index))?.Contains(x.Number) != true)
                .Select(x => $"{x.Number} was accepted and is not there."));
    }

    async Task<IEnumerable<string>> PerTicketAsync()
    {
        var faults = new List<string>();
        foreach (var ticket in accepted)
        {
            var view = await UntilAsync($"/api/tickets/{ticket.Number}",
                x => x.TryGetProperty("assignee", out var y) && y.ValueKind == JsonValueKind.Object);
            var receipts = await UntilAsync($"/api/receipts?ticket={ticket.Number}", x => Items(x).Count > 0);
            var deliveries = await UntilAsync($"/api/deliveries?ticket={ticket.Number}",
                x => Templates.All(y => Items(x).Any(z =>
                    z.GetProperty("template").GetString() == y && z.GetProperty("state").GetString() == "Sent")));
            if (view is null || receipts is null || deliveries is null)
            {
                var fault = receipts is null ? "its choice has no receipt" : "not all of its mails were sent";
                faults.Add($"{ticket.Number}: {(view is null ? "nobody has it" : fault)}.");
                continue;
            }

            if (Items(receipts.Value).Count != 1)
                faults.Add($"{ticket.Number} was assigned {Items(receipts.Value).Count} times.");
            faults.AddRange(Templates.Where(x => Items(deliveries.Value).Count(y => y.GetProperty("template").GetString() == x) != 1)
                .Select(x => $"{ticket.Number} has not exactly one {x} in the ledger."));
        }

        return faults;
    }

    async Task<IEnumerable<string>> MailsAsync()
    {
        var mails = (await Mailbox.AllAsync(mailbox)).GroupBy(x => x.Ticket).ToDictionary(x => x.Key, x => x.ToList());
        // A second copy is possible when the mail server's response was lost; it has the same id, by which mail clients drop it.
        return accepted.SelectMany(x => mails.GetValueOrDefault(x.Number, []).GroupBy(y => (y.To, y.Subject))
            .Where(y => y.DistinctBy(z => z.MessageId).Count() > 1)
            .Select(y => $"{x.Number}: {y.Count()} different mails \"{y.Key.Subject}\" to {y.Key.To}."))
            .Concat(accepted.Where(x => mails.GetValueOrDefault(x.Number, []).Select(y => y.MessageId).Distinct()
                .Count() != Templates.Length).Select(x => $"{x.Number}: {mails.GetValueOrDefault(x.Number, []).Count} mails arrived."));
    }

    /// <summary>Waits until the response is as wanted; null when it does not become so.</summary>
    async Task<JsonElement?> UntilAsync(string path, Func<JsonElement, bool> wanted)
    {
        JsonElement? found = null;
        try
        {
            await Eventually.HoldsAsync(async () =>
                await staff.GetAsync(path) is { Succeeded: true } answer && wanted((found = answer.Json).Value), TimeSpan.FromMinutes(4));
            return found;
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    static List<JsonElement> Items(JsonElement answer) =>
        [.. (answer.ValueKind == JsonValueKind.Array ? answer : answer.GetProperty("items")).EnumerateArray()];
}
