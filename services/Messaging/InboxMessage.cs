namespace Helpdesk.Messaging;

/// <summary>A message that a consumer has consumed, written in the consumer's transaction.</summary>
public sealed class InboxMessage
{
    /// <summary>The message.</summary>
    public Guid MessageId { get; private init; }

    /// <summary>The consumer, derived from its queue and type: renaming either forgets what was consumed.</summary>
    public Guid ConsumerId { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset ConsumedAt { get; private init; }
}
