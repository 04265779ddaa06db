using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests;

/// <summary>Events as Identity and Ticketing publish them.</summary>
static class SampleEvents
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 5, 0, TimeSpan.Zero);
    static readonly Actor Customer = new(ActorKind.Customer, null, "Ana Pérez");
    static readonly Actor Carlos = new(ActorKind.Staff, Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001"), "Carlos Ruiz");

    /// <summary>A name that nothing else has.</summary>
    public static string Name(string like) => $"{like} {Guid.NewGuid():N}";

    /// <summary>A name that nothing else has, and that stands before all others in a list.</summary>
    public static string EarlyName() => Name("0");

    public static AccountChanged Account(
        Guid? id = null, string name = "Bruno", long version = 1, bool active = true, params string[] roles) => new()
    {
        AccountId = id ?? Guid.CreateVersion7(),
        Version = version,
        Name = name,
        Email = $"{name}@example.org",
        CanonicalEmail = EmailAddress.CanonicalOf($"{name}@example.org"),
        EmailConfirmed = true,
        Language = "es",
        Roles = roles is [] ? ["Agent"] : roles,
        Active = active,
        ChangedAt = Now,
    };

    /// <summary>The same account with another address.</summary>
    public static AccountChanged At(this AccountChanged account, string email) =>
        account with { Email = email, CanonicalEmail = EmailAddress.CanonicalOf(email) };

    public static Person Person(AccountChanged account) =>
        new() { Id = account.AccountId, Name = account.Name, Email = account.Email, Language = account.Language };

    public static TicketSnapshot Ticket(Guid area, TicketPriority priority = TicketPriority.Medium, int minute = 0) => new()
    {
        Id = Guid.CreateVersion7(),
        Number = TicketNumber.Format(Random.Shared.Next(1, 999_999_999)),
        Version = 1,
        Subject = "Se quema",
        Status = TicketStatus.New,
        Priority = priority,
        CategoryId = Guid.NewGuid(),
        CategoryTitle = "Impresoras",
        AreaId = area,
        OpenedAt = Now.AddMinutes(minute),
        Customer = new() { Name = "Ana Pérez", Email = "ana@example.org", Language = "es" },
        TrackingToken = "sealed",
    };

    public static TicketOpened Opened(TicketSnapshot ticket) => new() { Ticket = ticket, Description = "Huele raro.", OpenedBy = Customer };

    public static AssigneeChanged Assigned(TicketSnapshot ticket, long version, Person to) =>
        new() { Ticket = ticket with { Assignee = to, Version = version }, To = to, ChangedAt = Now, ChangedBy = Carlos,
            Cause = AssigneeCause.Given };

    /// <summary>Its agent gave it back, went away, or had it taken from them.</summary>
    public static AssigneeChanged Left(TicketSnapshot ticket, long version, Person from, AssigneeCause cause) =>
        new() { Ticket = ticket with { Assignee = null, Version = version }, From = from, ChangedAt = Now, ChangedBy = Carlos,
            Cause = cause };

    /// <summary>Ticketing recorded what Assignment chose.</summary>
    public static AssigneeChanged Recorded(TicketSnapshot ticket, long version, Person to) =>
        new() { Ticket = ticket with { Assignee = to, Version = version }, To = to, ChangedAt = Now, ChangedBy = Actor.System,
            Cause = AssigneeCause.Automatic };

    public static TicketRecategorized Moved(TicketSnapshot ticket, long version, Guid area, Person? assignee = null) => new()
    {
        Ticket = ticket with { AreaId = area, CategoryId = Guid.NewGuid(), Version = version, Assignee = assignee },
        FromCategoryId = ticket.CategoryId,
        FromCategoryTitle = ticket.CategoryTitle,
        FromAreaId = ticket.AreaId,
        ChangedAt = Now,
        ChangedBy = Carlos,
    };

    public static TicketMerged Merged(TicketSnapshot ticket, long version, TicketSnapshot into) =>
        new() { Ticket = ticket with { Status = TicketStatus.Closed, Version = version }, Into = into, MergedAt = Now, MergedBy = Carlos };

    public static CustomerReplied Answered(TicketSnapshot ticket, long version, Person? assignee = null) => new()
    {
        Ticket = ticket with { Version = version, Assignee = assignee },
        MessageId = Guid.CreateVersion7(),
        Text = "¿Hay novedades?",
        RepliedAt = Now,
        Verification = CustomerVerification.TrackingLink,
    };

    public static TicketClosed Closed(TicketSnapshot ticket, long version, Person? assignee = null) => new()
    {
        Ticket = ticket with { Status = TicketStatus.Closed, Version = version, Assignee = assignee },
        ClosedAt = Now,
        ClosedBy = Customer,
        Reason = ClosingReason.SolvedByCustomer,
        ReopenableUntil = Now.AddDays(7),
    };

    public static TicketPriorityChanged Ranked(TicketSnapshot ticket, long version, TicketPriority to) =>
        new() { Ticket = ticket with { Priority = to, Version = version }, From = ticket.Priority, To = to, ChangedAt = Now,
            ChangedBy = Carlos };

    public static TicketReopened Reopened(TicketSnapshot ticket, long version, Person? assignee = null) =>
        new() { Ticket = ticket with { Status = TicketStatus.InProgress, Version = version, Assignee = assignee }, ReopenedAt = Now,
            ReopenedBy = Customer };
}
