namespace Helpdesk.Api.Operations;

/// <summary>A queue as it was when it was last looked at.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="Consumer">What its consumer does, in words.</param>
/// <param name="Queue">Its name at the broker.</param>
/// <param name="Length">Messages that nobody has begun with.</param>
/// <param name="Consumers">Processes that consume from it.</param>
/// <param name="NotEmptySince">Since when no look found it empty (UTC); null when the last one did.</param>
/// <param name="Failures">Messages of it that failed and wait for somebody to decide.</param>
/// <param name="SampledAt">When that look was (UTC).</param>
public sealed record QueueSummary(
    string Service, string Consumer, string Queue, long Length, long Consumers, DateTimeOffset? NotEmptySince, int Failures,
    DateTimeOffset SampledAt);
