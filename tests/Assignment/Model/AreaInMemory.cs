using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Assigning;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

/// <summary>An area with its agents, as a choice finds them: no host, no database.</summary>
sealed class AreaInMemory
{
    public AreaInMemory(int agents) => Agents = [.. Enumerable.Range(0, agents).Select(Agent)];

    public Guid Id { get; } = Guid.CreateVersion7();
    public List<CandidateAgent> Agents { get; }
    public RoundRobinState? State { get; private set; }
    public AreaRules Rules { get; set; } = new("Redes", AssignmentMode.Automatic, TimeSpan.FromMinutes(15));
    public List<Receipt> Receipts { get; } = [];
    public List<Ticket> Tickets { get; } = [];

    public AssignmentContext Context => new(Id, State ??= new() { AreaId = Id }, Rules, Agents);

    public static Guid IdOf(int agent) => new(agent + 1, 0, 0, new byte[8]);

    public static CandidateAgent Agent(int i) => new(
        IdOf(i), $"Agent {i}", $"agent{i}@example.org", $"agent{i}@example.org", "es",
        Active: true, IsAgent: true, Available: true, Capacity: null, OpenTickets: 0);

    public static Person Person(int agent) =>
        new() { Id = IdOf(agent), Name = $"Agent {agent}", Email = $"agent{agent}@example.org", Language = "es" };

    public Ticket Ticket(Func<TicketSnapshot, TicketSnapshot>? like = null)
    {
        var snapshot = SampleEvents.Ticket(Id);
        Tickets.Add(Assigning.Ticket.From(like is null ? snapshot : like(snapshot)));
        return Tickets[^1];
    }

    public void Change(int agent, Func<CandidateAgent, CandidateAgent> change) => Agents[agent] = change(Agents[agent]);

    /// <summary>Writes the area, its round, its tickets and its receipts, as the service does with each choice.</summary>
    public async Task<Guid> SaveAsync(AssignmentDbContext db, string name)
    {
        db.AddRange(new Area { Id = Id, Name = name }, State!);
        db.AddRange(Tickets);
        db.AddRange(Receipts);
        await db.SaveChangesAsync();
        return Id;
    }

    /// <summary>Which agent the ticket goes to, by the place in the round; null when it waits.</summary>
    public int? Assign(Ticket? ticket = null)
    {
        if (Context.Assign(ticket ?? Ticket(), SampleEvents.Now) is not { } assigned)
            return null;
        Receipts.Add(assigned.Receipt);
        return Agents.FindIndex(x => x.Id == assigned.Agent.Id);
    }

    public int?[] Assign(int tickets) => [.. Enumerable.Range(0, tickets).Select(_ => Assign())];

    /// <summary>Why the ticket waits after its turn.</summary>
    public string? WhyWaits(Ticket? ticket = null)
    {
        ticket ??= Ticket();
        Assert.Null(Assign(ticket));
        return ticket.WaitingBecause;
    }
}
