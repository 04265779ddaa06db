using MassTransit;

namespace Helpdesk.Ticketing.Timers;

/// <summary>The timers that run for a ticket. It exists only while one does.</summary>
sealed class TicketTimers : SagaStateMachineInstance
{
    /// <summary>The ticket.</summary>
    public Guid CorrelationId { get; set; }
    public string CurrentState { get; set; } = "";
    public DateTimeOffset? WarnsAt { get; set; }
    public Guid? WarningTokenId { get; set; }
    public DateTimeOffset? ClosesAt { get; set; }
    public Guid? ClosingTokenId { get; set; }
    public DateTimeOffset? PurgesAt { get; set; }
    public Guid? PurgeTokenId { get; set; }
    public uint RowVersion { get; set; }
}
