namespace Helpdesk.Messaging;

/// <summary>Says that a consumer has consumed a message: written in the transaction of what the consumer did.</summary>
public sealed class InboxMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The consumer, named by its queue and type: renaming either forgets what was consumed.</summary>
    public Guid ConsumerId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ConsumedAt { get; private init; }
}
