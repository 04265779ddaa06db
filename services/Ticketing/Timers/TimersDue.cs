namespace Helpdesk.Ticketing.Timers;

/// <summary>Ticketing's own reminder that a customer may have to be warned.</summary>
public sealed record WarningDue(Guid TicketId);

/// <summary>Ticketing's own reminder that a ticket may have to be closed.</summary>
public sealed record ClosingDue(Guid TicketId);

/// <summary>Ticketing's own reminder that files may have to go.</summary>
public sealed record PurgeDue(Guid TicketId);

/// <summary>Ticketing's own reminder that timers after this ticket's are still to be moved to the settings of this version.</summary>
public sealed record RescheduleTimersDue(long Version, Guid After);

/// <summary>
/// Ticketing's own reminder that what a ticket's timers were set by is no longer so: the settings, or what a merge brought.
/// </summary>
public sealed record TimersOutdated(Guid TicketId);
