using System.Text.RegularExpressions;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.CannedReplies;

/// <summary>
/// The places of a canned reply, such as <c>{{customer.name}}</c>: these and no others, so that none reaches a customer unfilled.
/// </summary>
static partial class Placeholders
{
    static readonly Dictionary<string, Func<Ticket, string, string, string>> Known = new(StringComparer.Ordinal)
    {
        ["customer.name"] = (ticket, _, _) => NameFor(ticket),
        // A sentence that begins with it needs a name; their whole one is no secret to who bears it.
        ["customer.firstName"] = (ticket, _, _) => FirstName.TryOf(NameFor(ticket), out var name) ? name : NameFor(ticket),
        ["ticket.number"] = (ticket, _, _) => ticket.Number,
        ["ticket.subject"] = (ticket, _, _) => ticket.Subject,
        ["ticket.category"] = (ticket, _, _) => ticket.CategoryTitle,
        ["agent.name"] = (_, agent, _) => agent,
        ["agent.firstName"] = (_, agent, installation) => FirstName.TryOf(agent, out var name) ? name : installation,
        ["installation.name"] = (_, _, installation) => installation,
    };

    public static IEnumerable<string> Names => Known.Keys.Order(StringComparer.Ordinal);

    public static IReadOnlyList<string> Unknown(string text) =>
        [.. Place().Matches(text).Select(x => x.Groups["name"].Value.Trim()).Where(x => !Known.ContainsKey(x)).Distinct()];

    /// <summary>The text with every place filled, once: what customers call themselves is never read as a place again.</summary>
    public static string Fill(string text, Ticket ticket, string agent, string installation) =>
        Place().Replace(
            text, x => Known.TryGetValue(x.Groups["name"].Value.Trim(), out var fill) ? fill(ticket, agent, installation) : x.Value);

    // Who holds the link reads the answer, and may only have typed the address: what the account is called is not theirs to learn.
    static string NameFor(Ticket ticket) =>
        ticket is { Verification: CustomerVerification.Unverified or CustomerVerification.TrackingLink, TypedName: { } typed }
            ? typed : ticket.CustomerName;

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}")]
    private static partial Regex Place();
}
