namespace Helpdesk.Api.Tickets;

/// <summary>The note as it was taken.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="At">When it was written.</param>
public sealed record AddNoteResponse(Guid Id, DateTimeOffset At);
