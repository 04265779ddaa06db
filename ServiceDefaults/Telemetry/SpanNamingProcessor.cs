using System.Diagnostics;
using System.Text.RegularExpressions;
using Helpdesk.Api.Formats;
using OpenTelemetry;

namespace Helpdesk.ServiceDefaults.Telemetry;

/// <summary>
/// Gives spans readable names: message type and consumer instead of queues, verb and table of a statement, and the path of a proxied
/// request without its variable parts.
/// </summary>
sealed partial class SpanNamingProcessor : BaseProcessor<Activity>
{
    const string Consumer = "messaging.masstransit.consumer_type";
    const string Messages = "messaging.masstransit.message_types";

    public override void OnEnd(Activity data)
    {
        if (data.Kind == ActivityKind.Server)
            NameRequest(data);
        if (data.Source.Name == "Npgsql")
            NameStatement(data);
        if (data.Source.Name != "MassTransit" || data.GetTagItem(Messages) is not string messages)
            return;
        // Of urn:message:Helpdesk.Contracts:TicketOpened,urn:...
        var message = Last(messages.Split(',')[0]);
        if (data.GetTagItem(Consumer) is not string consumer)
        {
            data.DisplayName = message + (data.Kind == ActivityKind.Consumer ? " received" : " sent");
            return;
        }

        data.DisplayName = Last(consumer);
        data.SetTag(TicketTag.Key, data.GetTagItem(TicketTag.Key) ?? data.Parent?.GetTagItem(TicketTag.Key));
    }

    static void NameRequest(Activity data)
    {
        var isPassedOn = data.GetTagItem("http.route") is string route && route.Contains("{**", StringComparison.Ordinal);
        // Unknown addresses may contain anything.
        if (isPassedOn && data.GetTagItem("http.response.status_code") is < 400 && data.GetTagItem("url.path") is string path)
            data.DisplayName =
                $"{data.GetTagItem("http.request.method")} {string.Join('/', SecretPaths.Mask(path).Split('/').Select(Step))}";
        if (data.DisplayName.EndsWith('/') && !data.DisplayName.EndsWith(" /", StringComparison.Ordinal))
            data.DisplayName = data.DisplayName[..^1];
    }

    static void NameStatement(Activity data)
    {
        if (data.GetTagItem("db.query.text") is string text && Statement().Match(text) is { Success: true } statement)
            data.DisplayName = $"{statement.Groups["verb"].Value.ToUpperInvariant()} {statement.Groups["on"].Value}".TrimEnd();
    }

    static string Step(string step) => TicketNumber.TryParse(step, out _) ? "{number}" : Word().IsMatch(step) ? step : "{}";

    [GeneratedRegex(@"\A[a-z-]{0,24}\z")]
    private static partial Regex Word();

    // Some, such as locks, call a function instead of naming a table.
    [GeneratedRegex(
        @"\A\s*(?:(?<verb>update)\s+""?(?<on>\w+)|(?<verb>\w+)(?:\b.*?\b(?:from|into)\s+""?(?<on>\w+)|\s+(?<on>\w+)|))",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();

    static string Last(string name) => name[(name.LastIndexOfAny(['.', ':', '+']) + 1)..];
}
