using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using RabbitMQ.Client;

namespace Helpdesk.Operations.Failures;

/// <summary>
/// A message with what its envelope says, under the installation's keys: who reads the database, or a backup of it, reads nothing of it.
/// </summary>
sealed class ProtectedMessages(IDataProtectionProvider protection)
{
    static readonly string[] FailureHeaders = ["MT-Fault-", "MT-Host-", "MT-Reason"];

    readonly IDataProtector _protector = protection.CreateProtector("Helpdesk.Operations.Failures");

    sealed record Stored(
        string? MessageId, string? CorrelationId, string? ContentType, Dictionary<string, JsonElement> Headers, byte[] Body);

    public byte[] Protect(IReadOnlyBasicProperties properties, ReadOnlySpan<byte> body)
    {
        // As it was before it failed.
        var headers = (properties.Headers ?? new Dictionary<string, object?>())
            .Where(x => !FailureHeaders.Any(y => x.Key.StartsWith(y, StringComparison.Ordinal)))
            .Select(x => (x.Key, Value: Plain(x.Value))).Where(x => x.Value is not null)
            .ToDictionary(x => x.Key, x => JsonSerializer.SerializeToElement(x.Value));
        var stored = new Stored(properties.MessageId, properties.CorrelationId, properties.ContentType, headers, body.ToArray());
        return _protector.Protect(JsonSerializer.SerializeToUtf8Bytes(stored));
    }

    /// <summary>False when no key of the installation opens it.</summary>
    public bool TryUnprotect(byte[] message, [NotNullWhen(true)] out BasicProperties? properties, out ReadOnlyMemory<byte> body)
    {
        (properties, body) = (null, default);
        Stored stored;
        try
        {
            stored = JsonSerializer.Deserialize<Stored>(_protector.Unprotect(message))!;
        }
        catch (CryptographicException)
        {
            return false;
        }

        properties = new BasicProperties
        {
            MessageId = stored.MessageId,
            CorrelationId = stored.CorrelationId,
            ContentType = stored.ContentType,
            Persistent = true,
            Headers = stored.Headers.ToDictionary(x => x.Key, x => x.Value.ValueKind switch
            {
                JsonValueKind.String => x.Value.GetString(),
                JsonValueKind.Number => x.Value.TryGetInt64(out var whole) ? (object)whole : x.Value.GetDouble(),
                _ => x.Value.GetBoolean(),
            }),
        };
        body = stored.Body;
        return true;
    }

    /// <summary>A header's text.</summary>
    public static string? Text(IReadOnlyBasicProperties properties, string header) =>
        properties.Headers?.TryGetValue(header, out var value) == true ? Plain(value) as string : null;

    /// <summary>Lists and tables are the broker's own notes.</summary>
    static object? Plain(object? value) => value switch
    {
        byte[] text => System.Text.Encoding.UTF8.GetString(text),
        string or bool or byte or short or int or long or float or double => value,
        _ => null,
    };
}
