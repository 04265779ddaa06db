using Helpdesk.Api.Formats;
using Helpdesk.Contracts;

namespace Helpdesk.Notification.Tests;

/// <summary>Events as Ticketing publishes them.</summary>
static class SampleEvents
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 15, 5, 0, TimeSpan.Zero);
    public static readonly Actor Carlos = new(ActorKind.Staff, Guid.Parse("aaaaaaaa-0000-4000-8000-000000000001"), "Carlos Ruiz");
    public static readonly Actor ByCustomer = new(ActorKind.Customer, null, "Ana Pérez");

    public static Person Customer(string language = "es", string? email = null, string name = "Ana Pérez") =>
        new() { Name = name, Email = email ?? $"ana.{Guid.NewGuid():N}@example.org", Language = language };

    public static Person Agent(string language = "es", string? email = null) =>
        new() { Id = Carlos.Id, Name = Carlos.Name, Email = email ?? $"carlos.{Guid.NewGuid():N}@example.org", Language = language };

    public static TicketSnapshot Ticket(Person? customer = null, Person? assignee = null, TicketStatus status = TicketStatus.New,
        string token = "sealed", string subject = "El correo me pide la contraseña", string? number = null) => new()
    {
        Id = Guid.NewGuid(),
        Number = number ?? TicketNumber.Format(Random.Shared.Next(1, 999_999_999)),
        Version = 1,
        Subject = subject,
        Status = status,
        Priority = TicketPriority.High,
        CategoryId = Guid.NewGuid(),
        CategoryTitle = "No puedo entrar",
        AreaId = Guid.NewGuid(),
        OpenedAt = Now,
        Customer = customer ?? Customer(),
        Assignee = assignee,
        TrackingToken = token,
    };

    public static TicketOpened Opened(TicketSnapshot ticket) =>
        new() { Ticket = ticket, Description = "No puedo entrar desde esta mañana.", OpenedBy = ByCustomer };

    public static AssigneeChanged Assigned(TicketSnapshot ticket, Person? to, Actor? by = null) =>
        new()
        {
            Ticket = ticket with { Assignee = to }, To = to, ChangedAt = Now, ChangedBy = by ?? Actor.System,
            Cause = to is null ? AssigneeCause.Unassigned : by is null ? AssigneeCause.Automatic : AssigneeCause.Given,
        };

    public static AgentReplied Answered(TicketSnapshot ticket, string text = "Hola, Ana.\n¿Puedes quitar la cuenta del móvil?",
        Actor? author = null, params AttachedFile[] files) =>
        new() { Ticket = ticket, MessageId = Guid.NewGuid(), Text = text, RepliedAt = Now, Author = author ?? Carlos, Attachments = files };

    public static CustomerReplied Replied(TicketSnapshot ticket, string text = "Ya funciona, gracias.") =>
        new()
        {
            Ticket = ticket, MessageId = Guid.NewGuid(), Text = text, RepliedAt = Now, Verification = CustomerVerification.TrackingLink,
        };

    public static TicketStatusChanged StatusChanged(TicketSnapshot ticket, TicketStatus to, Actor? by = null) =>
        new() { Ticket = ticket with { Status = to }, From = ticket.Status, To = to, ChangedAt = Now, ChangedBy = by ?? Carlos };

    public static TicketClosed Closed(TicketSnapshot ticket, ClosingReason reason = ClosingReason.ByStaff, Actor? by = null) =>
        new()
        {
            Ticket = ticket with { Status = TicketStatus.Closed },
            ClosedAt = Now,
            ClosedBy = by ?? Carlos,
            Reason = reason,
            ReopenableUntil = Now.AddDays(7),
        };

    public static TicketMerged Merged(TicketSnapshot ticket, TicketSnapshot into) =>
        new() { Ticket = ticket with { Status = TicketStatus.Closed }, Into = into, MergedAt = Now, MergedBy = Carlos };

    public static TicketLinked Linked(TicketSnapshot ticket, TicketLinkKind kind, Actor? by = null) =>
        new()
        {
            Ticket = ticket,
            To = new() { Kind = kind, Id = Guid.NewGuid(), Number = "HD-000100" },
            LinkedAt = Now,
            LinkedBy = by ?? Carlos,
        };

    public static TrackingLinkRequested LinkAskedFor(TicketSnapshot ticket) => new() { Ticket = ticket, RequestedAt = Now };

    public static TicketAwaitsDispatcher Awaiting(TicketSnapshot ticket) => new()
    {
        TicketId = ticket.Id,
        Number = ticket.Number,
        Subject = ticket.Subject,
        Priority = ticket.Priority,
        AreaId = ticket.AreaId,
        AreaName = "Redes",
        Because = "manual",
        Since = Now,
    };

    public static AccountChanged Account(
        Guid id, string email, string[] roles, string language = "es", bool active = true, long version = 1) =>
        new()
        {
            AccountId = id,
            Version = version,
            Name = "Persona",
            Email = email,
            CanonicalEmail = EmailAddress.CanonicalOf(email),
            EmailConfirmed = true,
            Language = language,
            Roles = roles,
            Active = active,
            ChangedAt = Now,
        };

    public static ClosingWarningIssued Warned(TicketSnapshot ticket) =>
        new() { Ticket = ticket, RepliedAt = Now.AddHours(-48), ClosesAt = Now.AddHours(24) };

    public static AttachedFile File(string name) => new() { Id = Guid.NewGuid(), FileName = name, ContentType = "image/png", Size = 10 };
}
