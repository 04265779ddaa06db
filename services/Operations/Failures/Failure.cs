using Helpdesk.Api.Operations;

namespace Helpdesk.Operations.Failures;

/// <summary>A message that a consumer could not deal with. What it says is protected, and only its queue ever gets it again.</summary>
sealed class Failure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Service { get; init; }
    /// <summary>Where it was consumed, and goes back to.</summary>
    public required string Queue { get; init; }
    public required Guid MessageId { get; init; }
    /// <summary>Name of the message's type, such as TicketAssigned; null when it cannot be told.</summary>
    public string? MessageType { get; init; }
    /// <summary>Name of the exception's type; null when nobody there takes such messages.</summary>
    public string? ExceptionType { get; init; }
    public Guid? TicketId { get; init; }
    public string? TicketNumber { get; init; }
    public string? TraceId { get; init; }
    public required DateTimeOffset FirstFailedAt { get; init; }
    public required DateTimeOffset LastFailedAt { get; init; }
    public required int Times { get; init; }
    public required FailureState State { get; set; }
    /// <summary>When it was decided and done.</summary>
    public DateTimeOffset? SettledAt { get; set; }
    /// <summary>The message as it was, protected; gone once it is settled.</summary>
    public byte[]? Message { get; set; }
    public List<FailureAction> Actions { get; } = [];
}

/// <summary>Who did what about it. Written once, never changed.</summary>
sealed class FailureAction
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid FailureId { get; init; }
    public required FailureStep What { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>Null for Helpdesk itself.</summary>
    public Guid? ById { get; init; }
    public required string ByName { get; init; }
}
