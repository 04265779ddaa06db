namespace Helpdesk.Api.Tickets;

/// <summary>What the caller has begun to write.</summary>
/// <param name="Text">What stood in the field.</param>
/// <param name="Internal">Whether it becomes a note and no reply.</param>
/// <param name="UpdatedAt">When it was last saved.</param>
public sealed record DraftResponse(string Text, bool Internal, DateTimeOffset UpdatedAt);
