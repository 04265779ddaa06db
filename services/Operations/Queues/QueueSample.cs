namespace Helpdesk.Operations.Queues;

/// <summary>A queue as it was when it was last looked at.</summary>
sealed class QueueSample
{
    public required string Name { get; init; }
    public required string Service { get; init; }
    /// <summary>Messages that nobody has begun with.</summary>
    public required long Length { get; init; }
    public required long Consumers { get; init; }
    /// <summary>Since when no look found it empty.</summary>
    public DateTimeOffset? NotEmptySince { get; init; }
    public required DateTimeOffset SampledAt { get; init; }
}

/// <summary>The outbox of a service as it told when it last answered.</summary>
sealed class OutboxSample
{
    public required string Service { get; init; }
    /// <summary>Since when the message waits that should have left first.</summary>
    public DateTimeOffset? OldestDue { get; init; }
    public required int SetAside { get; init; }
    public required DateTimeOffset ToldAt { get; init; }
}

/// <summary>A queue that a service consumes from.</summary>
sealed record KnownQueue(string Service, string Name);
