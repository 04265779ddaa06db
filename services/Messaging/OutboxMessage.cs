using System.Diagnostics;
using MassTransit;
using MassTransit.Context;
using MassTransit.Logging;
using MassTransit.Metadata;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace Helpdesk.Messaging;

/// <summary>
/// A message in the outbox: written in the transaction of what it is about, sent by the dispatcher when it is due, and deleted when the
/// broker has confirmed it. A message that is due later is a timer.
/// </summary>
public sealed class OutboxMessage : OutboxMessageContext
{
    /// <summary>Order of inserts, not of commits: never page by it.</summary>
    public long SequenceNumber { get; private set; }

    /// <summary>Id of the message; consumers drop duplicates by it.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>Not before this moment (UTC).</summary>
    public DateTimeOffset DeliverAt { get; private init; }

    /// <summary>Id of a timer, by which it can be cancelled; null for a message that leaves at once.</summary>
    public Guid? SchedulingToken { get; private init; }

    /// <summary>Failed deliveries.</summary>
    public int Attempts { get; private set; }

    /// <summary>Why the last delivery failed; null when none has.</summary>
    public string? Error { get; private set; }

    /// <summary>
    /// When the dispatcher gave up on it (UTC): it is not retried, and the host is degraded, until somebody resets this to null.
    /// </summary>
    public DateTimeOffset? SetAsideAt { get; private set; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset WrittenAt { get; private init; }

    /// <summary>Media type of the body.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>The message types of the body, separated by semicolons.</summary>
    public string MessageType { get; private init; } = "";

    /// <summary>The serialized envelope.</summary>
    public string Body { get; private init; } = "";

    /// <summary>Headers as JSON; null when there are none.</summary>
    public string? HeadersJson { get; private init; }

    /// <summary>Properties of the transport as JSON; null when there are none.</summary>
    public string? PropertiesJson { get; private init; }

    /// <inheritdoc/>
    public Guid? ConversationId { get; private init; }

    /// <inheritdoc/>
    public Guid? CorrelationId { get; private init; }

    /// <inheritdoc/>
    public Guid? InitiatorId { get; private init; }

    /// <inheritdoc/>
    public Guid? RequestId { get; private init; }

    /// <inheritdoc/>
    public Uri? SourceAddress { get; private init; }

    /// <inheritdoc/>
    public Uri? DestinationAddress { get; private init; }

    /// <inheritdoc/>
    public Uri? ResponseAddress { get; private init; }

    /// <inheritdoc/>
    public Uri? FaultAddress { get; private init; }

    /// <summary>When it expires (UTC); null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; private init; }

    Guid? MessageContext.MessageId => MessageId;

    DateTime? MessageContext.SentTime => WrittenAt.UtcDateTime;

    DateTime? MessageContext.ExpirationTime => ExpiresAt?.UtcDateTime;

    HostInfo MessageContext.Host => HostMetadataCache.Host;

    Headers MessageContext.Headers =>
        Json.DeserializeDictionary<object?>(HeadersJson) is { } headers ? new DictionarySendHeaders(headers!) : EmptyHeaders.Instance;

    IReadOnlyDictionary<string, object> OutboxMessageContext.Properties =>
        Json.DeserializeDictionary<object>(PropertiesJson) ?? new Dictionary<string, object>();

    static IObjectDeserializer Json => SystemTextJsonMessageSerializer.Instance;

    internal static OutboxMessage From<T>(SendContext<T> context, DateTimeOffset now) where T : class
    {
        var delay = context.Delay ?? TimeSpan.Zero;
        // The row has the delay; left in the properties, it would make the broker delay once more.
        context.Delay = null;
        // Otherwise the trace would end in the outbox.
        if (Activity.Current is { Recorded: true, Id: { } trace })
            context.Headers.Set(DiagnosticHeaders.ActivityId, trace);
        return new OutboxMessage
        {
            MessageId = context.MessageId ?? throw new MessageException(typeof(T), "A message needs an id to be consumed once."),
            DeliverAt = now + delay,
            SchedulingToken = context.ScheduledMessageId,
            WrittenAt = now,
            ContentType = (context.ContentType ?? context.Serialization.DefaultContentType).ToString(),
            MessageType = string.Join(';', context.SupportedMessageTypes),
            Body = context.Serializer.GetMessageBody(context).GetString(),
            HeadersJson = Json.SerializeDictionary(context.Headers.GetAll()),
            PropertiesJson = TransportProperties(context),
            ConversationId = context.ConversationId,
            CorrelationId = context.CorrelationId,
            InitiatorId = context.InitiatorId,
            RequestId = context.RequestId,
            SourceAddress = context.SourceAddress,
            DestinationAddress = context.DestinationAddress,
            ResponseAddress = context.ResponseAddress,
            FaultAddress = context.FaultAddress,
            ExpiresAt = context.TimeToLive is { } life ? now + delay + life : null,
        };
    }

    static string? TransportProperties(SendContext context)
    {
        if (context is not TransportSendContext transport)
            return null;
        var properties = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        transport.WritePropertiesTo(properties);
        return Json.SerializeDictionary(properties);
    }
}
