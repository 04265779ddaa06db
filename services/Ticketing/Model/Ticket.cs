using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;

namespace Helpdesk.Ticketing.Model;

/// <summary>A ticket decides what may happen to it; whoever changes it holds its row's lock.</summary>
sealed partial class Ticket : IListed
{
    readonly List<object> _events = [];

    public required Guid Id { get; init; }
    public required string Number { get; init; }
    /// <summary>Counts the changes; also guards against a writer without the lock.</summary>
    public long Version { get; private set; }
    public string Subject { get; private set; } = "";
    public TicketStatus Status { get; private set; }
    public TicketPriority Priority { get; private set; }
    public Guid CategoryId { get; private set; }
    public string CategoryTitle { get; private set; } = "";
    public Guid AreaId { get; private set; }
    /// <summary>Their account, once it is known that the address is theirs.</summary>
    public Guid? CustomerId { get; init; }
    public Guid? AssigneeId { get; private set; }
    public string? AssigneeName { get; private set; }
    public string? AssigneeEmail { get; private set; }
    public string? AssigneeLanguage { get; private set; }
    public required DateTimeOffset OpenedAt { get; init; }
    /// <summary>The member of the staff who opened it on the customer's behalf; null when the customer did.</summary>
    public Guid? OpenedById { get; init; }
    public DateTimeOffset UpdatedAt { get; private set; }
    /// <summary>Counts the changes of which its customer may know. What staff does among itself leaves no gap in it.</summary>
    public long CustomerVersion { get; private set; }
    /// <summary>When the last of these was.</summary>
    public DateTimeOffset CustomerUpdatedAt { get; private set; }
    /// <summary>Since when staff waits for the customer's answer; the closing clock counts from here.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }
    public DateTimeOffset? ClosingWarnedAt { get; private set; }
    /// <summary>The hour that the warning told; kept, whatever the policy becomes.</summary>
    public DateTimeOffset? ClosingPromisedFor { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public ClosingReason? ClosingReason { get; private set; }
    public DateTimeOffset? ReopenableUntil { get; private set; }
    public DateTimeOffset? PurgeStartedAt { get; private set; }
    public int MessageCount { get; private set; }
    /// <summary>What was said between customer and staff after the ticket was opened.</summary>
    public int ReplyCount { get; private set; }
    public DateTimeOffset? LastReplyAt { get; private set; }
    /// <summary>Files that are not purged yet.</summary>
    public int KeptFiles { get; private set; }

    public List<Message> Messages { get; init; } = [];
    public List<TimelineEntry> Timeline { get; init; } = [];

    public Person? Assignee => AssigneeName is null
        ? null
        : new() { Id = AssigneeId, Name = AssigneeName, Email = AssigneeEmail!, Language = AssigneeLanguage! };

    public bool IsClosed => Status == TicketStatus.Closed;

    /// <summary>Gives out what happened since the last call, in order, to be published in the commit that saves the change.</summary>
    public IReadOnlyList<object> TakeEvents()
    {
        object[] events = [.. _events];
        _events.Clear();
        return events;
    }

    TicketSnapshot Snapshot() => new()
    {
        Id = Id,
        Number = Number,
        Version = Version,
        Subject = Subject,
        Status = Status,
        Priority = Priority,
        CategoryId = CategoryId,
        CategoryTitle = CategoryTitle,
        AreaId = AreaId,
        OpenedAt = OpenedAt,
        Customer = Customer,
        Assignee = Assignee,
        TrackingToken = TrackingToken,
        Tags = Tags,
        OpenedById = OpenedById,
    };

    void Record(TimelineKind kind, Actor by, DateTimeOffset at, params (string Name, string? Value)[] details) =>
        Record(kind, kind.IsForCustomer(), by, at, details);

    /// <param name="forCustomer">Whether its customer may know of it.</param>
    void Record(TimelineKind kind, bool forCustomer, Actor by, DateTimeOffset at, params (string Name, string? Value)[] details)
    {
        Version++;
        UpdatedAt = at;
        if (forCustomer)
            (CustomerVersion, CustomerUpdatedAt) = (CustomerVersion + 1, at);
        MarkTouched(kind, by);
        Timeline.Add(new()
        {
            TicketId = Id,
            Version = Version,
            CustomerVersion = forCustomer ? CustomerVersion : null,
            At = at,
            Kind = kind,
            ActorKind = by.Kind,
            ActorId = by.Id,
            ActorName = by.Name,
            Details = details.Where(x => x.Value is not null).ToDictionary(x => x.Name, x => x.Value!),
        });
    }
}
