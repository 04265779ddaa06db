namespace Helpdesk.Api.Operations;

/// <summary>What a service last told of its outbox.</summary>
/// <param name="Service">Which one.</param>
/// <param name="OldestDue">Since when the message waits that should have left first (UTC); null when none is due.</param>
/// <param name="SetAside">Messages that could not be delivered and that a person must look at.</param>
/// <param name="ToldAt">When it told (UTC); long ago for a service that does not answer.</param>
public sealed record OutboxSummary(string Service, DateTimeOffset? OldestDue, int SetAside, DateTimeOffset ToldAt);
