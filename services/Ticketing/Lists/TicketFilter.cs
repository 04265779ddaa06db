using System.Globalization;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.ServiceDefaults.Time;
using Helpdesk.Ticketing.Filing;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Visibility;

namespace Helpdesk.Ticketing.Lists;

/// <summary>Which tickets somebody wants to see of those that they may.</summary>
/// <param name="View">A usual selection; without one the open tickets, or all when a status is asked for.</param>
/// <param name="Status">One or several.</param>
/// <param name="Priority">One or several.</param>
/// <param name="Area">Responsible area.</param>
/// <param name="Category">Category it is filed under.</param>
/// <param name="Assignee">An agent's id, <c>me</c> or <c>nobody</c>.</param>
/// <param name="Tag">A tag that staff put on it.</param>
/// <param name="OpenedFrom">Opened then or later; a date is that whole day.</param>
/// <param name="OpenedTo">Opened before then; of a date, on that day at the latest.</param>
/// <param name="OlderThan">Opened longer ago than this, such as <c>7.00:00:00</c> for a week.</param>
/// <param name="WaitingLongerThan">Staff has been waiting for its customer longer than this.</param>
/// <param name="Zone">Time zone whose days the dates mean, such as <c>America/Guayaquil</c>; without one the installation's.</param>
public sealed record TicketFilter(
    EnumParameter<TicketListView>? View = null, EnumParameter<TicketStatus>[]? Status = null,
    EnumParameter<TicketPriority>[]? Priority = null,
    Guid? Area = null, Guid? Category = null,
    string? Assignee = null, string? Tag = null, DateBound? OpenedFrom = null, DateBound? OpenedTo = null, TimeSpan? OlderThan = null,
    TimeSpan? WaitingLongerThan = null, string? Zone = null)
{
    static readonly TimeSpan LongestAgo = TimeSpan.FromDays(36_500);

    /// <summary>Whose days its dates are.</summary>
    internal TimeZoneInfo Days { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether it finds nothing but the caller's own.</summary>
    internal bool OnlyOwn => Mine || Assignee == "me";

    internal bool Mine => Shown == TicketListView.Mine;

    internal bool Unassigned => Shown == TicketListView.Unassigned;

    /// <summary>Whether it says that it finds nothing that is closed; what waits is open.</summary>
    internal bool OnlyOpen =>
        Mine || Unassigned || Shown == TicketListView.Open || WaitingLongerThan is not null
            || Status is { Length: > 0 } && Status.All(x => x.Value != TicketStatus.Closed);

    TicketListView Shown => View?.Value ?? (Status is { Length: > 0 } ? TicketListView.All : TicketListView.Open);

    internal bool OnlyClosed =>
        Shown == TicketListView.Closed || Status is { Length: > 0 } && Status.All(x => x.Value == TicketStatus.Closed);

    internal bool ByAssignee => Assignee is { Length: > 0 };

    /// <summary>By how many things it selects, beside by what is open, closed or the caller's.</summary>
    internal int Narrowed => new[]
    {
        Area is not null, Category is not null, ByAssignee || Unassigned,
        Priority is { Length: > 0 }, Status is { Length: > 0 }, Tag is { Length: > 0 },
        OpenedFrom is not null, OpenedTo is not null, OlderThan is not null, WaitingLongerThan is not null,
    }.Count(x => x);

    /// <summary>When its tickets were opened, so far as it says.</summary>
    internal (DateTimeOffset? From, DateTimeOffset? To) Opened(DateTimeOffset now) =>
        (OpenedFrom?.Start(Days), new[] { OpenedTo?.End(Days), now - OlderThan }.Min());

    /// <summary>Refuses what cannot be asked for.</summary>
    internal Result Validate() => this switch
    {
        { Assignee: not (null or "" or "me" or "nobody") } when !Guid.TryParse(Assignee, out _) =>
            Refusal.Invalid("assignee", "It is an agent's id, me or nobody."),
        { Tag.Length: > 0 } when !TagNormalizer.TryNormalize(Tag, out _) => Refusal.Invalid("tag", "This is no tag."),
        _ when IsOut(OlderThan) => Refusal.Invalid("olderThan", "It is a span of time, such as 7.00:00:00 for a week."),
        _ when IsOut(WaitingLongerThan) => Refusal.Invalid("waitingLongerThan", "It is a span of time, such as 1.00:00:00 for a day."),
        _ => Result.Done,
    };

    internal IQueryable<T> Apply<T>(IQueryable<T> tickets, Viewer viewer, TicketOrder order, DateTimeOffset now) where T : class, IListed
    {
        var me = viewer.Account;
        tickets = Shown switch
        {
            // What waits is open; said twice, the database would take it for rarer than it is.
            TicketListView.Open when order == TicketOrder.Waiting || WaitingLongerThan is not null => tickets,
            TicketListView.Open => tickets.Where(x => x.Status != TicketStatus.Closed),
            TicketListView.Mine => tickets.Where(x => (x.AssigneeId == me || x.CustomerId == me) && x.Status != TicketStatus.Closed),
            TicketListView.Unassigned => tickets.Where(x => x.AssigneeId == null && x.Status != TicketStatus.Closed),
            TicketListView.Closed => tickets.Where(x => x.Status == TicketStatus.Closed),
            _ => tickets,
        };
        if (Status is { Length: > 0 } status)
            tickets = OneOf(status.Select(x => x.Value)) is [var one]
                ? tickets.Where(x => x.Status == one)
                : tickets.Where(x => OneOf(status.Select(y => y.Value)).Contains(x.Status));
        if (Priority is { Length: > 0 } priority)
            tickets = OneOf(priority.Select(x => x.Value)) is [var one]
                ? tickets.Where(x => x.Priority == one)
                : tickets.Where(x => OneOf(priority.Select(y => y.Value)).Contains(x.Priority));
        if (Area is not null)
            tickets = tickets.Where(x => x.AreaId == Area);
        if (Category is not null)
            tickets = tickets.Where(x => x.CategoryId == Category);
        if (Assignee is { Length: > 0 })
        {
            // A constant null and not a parameter, so that the index of what is nobody's is used.
            var agent = Assignee == "me" ? me : Guid.TryParse(Assignee, out var id) ? id : null;
            tickets = Assignee == "nobody" ? tickets.Where(x => x.AssigneeId == null) : tickets.Where(x => x.AssigneeId == agent);
        }

        // A customer does not see tags, so nobody learns of those on their own ticket by asking either.
        // Asked as a set, so that an index in which tags stand beside something else is used too.
        string[] tags = Tag is { Length: > 0 } && TagNormalizer.TryNormalize(Tag, out var wanted) ? [wanted] : [];
        if (tags.Length > 0)
            tickets = tickets.Where(x => viewer.Staff && x.CustomerId != me && tags.All(tag => x.Tags.Contains(tag)));
        if (OpenedFrom?.Start(Days) is { } from)
            tickets = tickets.Where(x => x.OpenedAt >= from);
        if (OpenedTo?.End(Days) is { } to)
            tickets = tickets.Where(x => x.OpenedAt < to);
        if (now - OlderThan is { } before)
            tickets = tickets.Where(x => x.OpenedAt < before);
        if (now - WaitingLongerThan is { } since)
            tickets = tickets.Where(x => x.WaitingSince < since);
        else if (order == TicketOrder.Waiting)
            tickets = tickets.Where(x => x.WaitingSince != null);
        return tickets;
    }

    static TChoice[] OneOf<TChoice>(IEnumerable<TChoice> choices) => [.. choices.Distinct()];

    static bool IsOut(TimeSpan? span) => span < TimeSpan.Zero || span > LongestAgo;
}
