using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helpdesk.ServiceDefaults.Text;

namespace Helpdesk.Operations.Failures;

/// <summary>
/// What may be told of a message that failed: names of types, moments and the ticket. Each is taken only in its own form, so that nothing
/// that a person wrote, and nothing of an exception's message, gets out in its place.
/// </summary>
static partial class ReadMessage
{
    public static (Guid? TicketId, string? TicketNumber, string? Type) Body(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var type = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("messageType", out var types) && types.ValueKind == JsonValueKind.Array
                ? TypeName(types.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.String } first ? first.GetString() : null)
                : null;
            if (Member(root, "message") is not { } message)
                return (null, null, type);
            var ticket = Member(message, "ticket");
            return (Id(ticket, "id") ?? Id(message, "ticketId"), Number(ticket) ?? Number(message), type);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The last name in <c>Npgsql.PostgresException</c> or <c>urn:message:Helpdesk.Contracts:TicketAssigned</c>; null when it is no such name.</summary>
    public static string? TypeName(string? text) => text is not null && Name().Match(text) is { Success: true } match ? match.Groups["name"].Value : null;

    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)
            // As exactly as the database keeps it.
            ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond))
            : null;

    /// <summary>Of a trace's header <c>00-(trace)-(span)-01</c>.</summary>
    public static string? TraceId(string? text) => text is not null && Trace().Match(text) is { Success: true } match ? match.Groups["trace"].Value : null;

    /// <summary>A name in words: <c>ticketing-record-assignment</c> without its service, or <c>TicketAssigned</c>.</summary>
    public static string InWords(string name)
    {
        var words = WordStart().Replace(name, " ").Replace('-', ' ').Trim().ToLowerInvariant();
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A message that has no id of its own gets one by what it is, so that it stays the same one when it comes twice.</summary>
    public static Guid Identity(string? messageId, ReadOnlySpan<byte> body) => Guid.TryParse(messageId, out var id)
        ? id
        : new Guid(System.Security.Cryptography.SHA256.HashData([.. Encoding.UTF8.GetBytes(messageId ?? ""), .. body]).AsSpan(0, 16));

    static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member : null;

    static Guid? Id(JsonElement? element, string name) =>
        element is { } x && x.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var value) ? value : null;

    static string? Number(JsonElement? element) =>
        element is { } x && x.TryGetProperty("number", out var number) && number.ValueKind == JsonValueKind.String && TicketNumber.TryParse(number.GetString(), out var value) ? value : null;

    [GeneratedRegex(@"^(?:[A-Za-z0-9_]+[.:+])*(?<name>[A-Za-z_][A-Za-z0-9_]{0,99})$")]
    private static partial Regex Name();

    [GeneratedRegex("^00-(?<trace>[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$")]
    private static partial Regex Trace();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
