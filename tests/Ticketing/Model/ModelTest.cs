using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Results;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;

namespace Helpdesk.Ticketing.Tests.Model;

/// <summary>People, and tickets of theirs, with neither host nor database.</summary>
public abstract class ModelTest
{
    private protected static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private protected static readonly TimeSpan Window = TimeSpan.FromDays(7);
    private protected static readonly Policy Policy = new(
        CloseAfter: TimeSpan.FromHours(72), WarnAfter: TimeSpan.FromHours(48), ReopenWindow: Window, PurgeAfter: TimeSpan.FromDays(5),
        AgentsSee.TheirAreas, "Andina", TimeZoneInfo.Utc);

    private protected Guid Area { get; } = Guid.NewGuid();
    private protected Person Carl { get; } = Person("Carl");
    private protected Person Ana { get; } = Person("Ana");
    private protected Person Ben { get; } = Person("Ben");
    private protected Actor Dora { get; } = new(ActorKind.Staff, Guid.NewGuid(), "Dora");

    private protected Actor ByAna => new(ActorKind.Staff, Ana.Id, Ana.Name);

    private protected Ticket Open(
        Person? customer = null, CustomerVerification? verification = CustomerVerification.SignedIn, int files = 0) =>
        Without(Ticket.Open(New(customer, verification, files), new(ActorKind.Customer, (customer ?? Carl).Id, "Carl"), Now));

    private protected NewTicket New(
        Person? customer = null, CustomerVerification? verification = CustomerVerification.SignedIn, int files = 0) => new()
    {
        Number = $"HD-{Random.Shared.Next(1_000_000):000000}", Subject = "Printer on fire", Description = "It smokes.",
        Priority = TicketPriority.Medium, CategoryId = Guid.NewGuid(), CategoryTitle = "Printers", AreaId = Area,
        Customer = customer ?? Carl, Files = Files(files), TrackingHash = [1], TrackingToken = "protected", Verification = verification,
    };

    private protected Ticket OpenFor(Person agent)
    {
        var ticket = Open();
        ticket.AcceptAssignment(Choice(ticket, agent), available: true, Now);
        return Without(ticket);
    }

    /// <summary>A ticket whose customer is waited for since now.</summary>
    private protected Ticket Waiting(int files = 0)
    {
        var ticket = Open(files: files);
        Value(ticket.ReplyAsStaff(ByAna, "Is it still burning?", [], TicketStatus.WaitingOnCustomer, Now));
        return Without(ticket);
    }

    private protected Ticket Closed(int files = 0)
    {
        var ticket = Open(files: files);
        ticket.Close(Dora, ClosingReason.ByStaff, Now, Window);
        return Without(ticket);
    }

    private protected static TicketAssigned Choice(Ticket ticket, Person agent, Guid? area = null) => new()
    {
        TicketId = ticket.Id, Number = ticket.Number, AreaId = area ?? ticket.AreaId, Agent = agent, AssignedAt = Now,
        Receipt = new() { Id = Guid.NewGuid(), Sequence = 1, Policy = "round-robin/1", Candidates = [], Reason = "It was their turn." },
    };

    private protected static AttachedFile[] Files(int count) => [.. Enumerable.Range(1, count).Select(x =>
        new AttachedFile { Id = Guid.NewGuid(), FileName = $"{x}.png", ContentType = "image/png", Size = 10 })];

    private protected static Person Person(string name) =>
        new() { Id = Guid.NewGuid(), Name = name, Email = $"{name.ToLowerInvariant()}@example.org", Language = "es" };

    private protected static T Value<T>(Result<T> result) where T : notnull =>
        result.TryGet(out var value, out var refusal) ? value : throw new InvalidOperationException(refusal.Detail);

    private protected static void Done(Result result) => Assert.False(result.IsRefused(out var refusal), refusal?.Detail);

    private protected static void Refused(Refusal expected, Result result)
    {
        Assert.True(result.IsRefused(out var refusal));
        Assert.Equal(expected.Type, refusal.Type);
    }

    private protected static void Refused<T>(Refusal expected, Result<T> result) where T : notnull
    {
        Assert.False(result.TryGet(out _, out var refusal));
        Assert.Equal(expected.Type, refusal.Type);
    }

    /// <summary>The one event of this kind since the last look.</summary>
    private protected static T Event<T>(Ticket ticket) => Assert.Single(ticket.TakeEvents().OfType<T>());

    /// <summary>The same ticket, once what happened to it was published.</summary>
    private protected static Ticket Without(Ticket ticket)
    {
        ticket.TakeEvents();
        return ticket;
    }

    private protected static TimelineEntry Last(Ticket ticket) => ticket.Timeline[^1];
}
