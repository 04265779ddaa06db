using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Helpdesk.Api.Formats;

namespace Helpdesk.Operations.Failures;

/// <summary>
/// What may be told of a message that failed: names of types, moments and the ticket. Each is taken only in its own form, so that nothing
/// that a person wrote, and nothing of an exception's message, gets out in its place.
/// </summary>
static partial class MessageFacts
{
    const DateTimeStyles AsUtc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    public static (Guid? TicketId, string? TicketNumber, string? Type) Body(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var type = Member(root, "messageType", JsonValueKind.Array)?.EnumerateArray().FirstOrDefault();
            var name = type is { ValueKind: JsonValueKind.String } first ? TypeName(first.GetString()) : null;
            var message = Member(root, "message", JsonValueKind.Object);
            var ticket = Member(message, "ticket", JsonValueKind.Object);
            return (Id(ticket, "id") ?? Id(message, "ticketId"), Number(ticket) ?? Number(message), name);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>
    /// The last name in <c>Npgsql.PostgresException</c> or <c>urn:message:Helpdesk.Contracts:TicketAssigned</c>; null when it is no
    /// such name.
    /// </summary>
    public static string? TypeName(string? text) => Part(Name(), text, "name");

    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, AsUtc, out var at)
            // As exactly as the database keeps it.
            ? at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond))
            : null;

    /// <summary>Of a trace's header <c>00-(trace)-(span)-01</c>.</summary>
    public static string? TraceId(string? text) => Part(Trace(), text, "trace");

    /// <summary>A name in words: <c>ticketing-record-assignment</c> without its service, or <c>TicketAssigned</c>.</summary>
    public static string ToWords(string name)
    {
        var words = WordStart().Replace(name, " ").Replace('-', ' ').Trim().ToLowerInvariant();
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>A message that has no id of its own gets one by what it is, so that it stays the same one when it comes twice.</summary>
    public static Guid Identity(string? messageId, ReadOnlySpan<byte> body) => Guid.TryParse(messageId, out var id)
        ? id
        : new Guid(System.Security.Cryptography.SHA256.HashData([.. Encoding.UTF8.GetBytes(messageId ?? ""), .. body]).AsSpan(0, 16));

    static string? Part(Regex form, string? text, string group) =>
        text is not null && form.Match(text) is { Success: true } match ? match.Groups[group].Value : null;

    static JsonElement? Member(JsonElement? element, string name, JsonValueKind kind) =>
        element is { ValueKind: JsonValueKind.Object } x && x.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : null;

    static Guid? Id(JsonElement? element, string name) =>
        Member(element, name, JsonValueKind.String) is { } id && id.TryGetGuid(out var value) ? value : null;

    static string? Number(JsonElement? element) =>
        TicketNumber.TryParse(Member(element, "number", JsonValueKind.String)?.GetString(), out var number) ? number : null;

    [GeneratedRegex(@"^(?:[A-Za-z0-9_]+[.:+])*(?<name>[A-Za-z_][A-Za-z0-9_]{0,99})$")]
    private static partial Regex Name();

    [GeneratedRegex("^00-(?<trace>[0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$")]
    private static partial Regex Trace();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])")]
    private static partial Regex WordStart();
}
