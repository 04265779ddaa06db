using Helpdesk.Assignment.Areas;
using Helpdesk.Assignment.Receipts;
using Helpdesk.Assignment.Rounds;
using Helpdesk.Contracts;

namespace Helpdesk.Assignment.Tests.Model;

/// <summary>An area with its agents, as a choice finds them: no host, no database.</summary>
sealed class AreaInMemory
{
    public AreaInMemory(int agents) => Agents = [.. Enumerable.Range(0, agents).Select(Agent)];

    public Guid Id { get; } = Guid.CreateVersion7();
    public List<AgentInRound> Agents { get; }
    public Round? Round { get; set; } = null;
    public AreaRules Rules { get; set; } = new("Redes", AssignmentMode.Automatic, TimeSpan.FromMinutes(15));
    public List<Receipt> Receipts { get; } = [];
    public List<Ticket> Tickets { get; } = [];

    public Turn Turn => new(Id, Round ??= new() { AreaId = Id }, Rules, Agents);

    public static Guid IdOf(int agent) => new(agent + 1, 0, 0, new byte[8]);

    public static AgentInRound Agent(int i) => new(
        IdOf(i), $"Agent {i}", $"agent{i}@example.org", $"agent{i}@example.org", "es",
        Active: true, IsAgent: true, Available: true, Capacity: null, OpenTickets: 0);

    public static Person Person(int agent) =>
        new() { Id = IdOf(agent), Name = $"Agent {agent}", Email = $"agent{agent}@example.org", Language = "es" };

    public Ticket Ticket(Func<TicketSnapshot, TicketSnapshot>? like = null)
    {
        var snapshot = Some.Ticket(Id);
        Tickets.Add(Rounds.Ticket.Of(like is null ? snapshot : like(snapshot)));
        return Tickets[^1];
    }

    public void Change(int agent, Func<AgentInRound, AgentInRound> change) => Agents[agent] = change(Agents[agent]);

    /// <summary>Writes the area, its round, its tickets and its receipts, as the service does with each choice.</summary>
    public async Task<Guid> SaveAsync(AssignmentDbContext db, string name)
    {
        db.AddRange(new Area { Id = Id, Name = name }, Round!);
        db.AddRange(Tickets);
        db.AddRange(Receipts);
        await db.SaveChangesAsync();
        return Id;
    }

    /// <summary>Which agent the ticket goes to, by the place in the round; null when it waits.</summary>
    public int? Assign(Ticket? ticket = null)
    {
        if (Turn.Assign(ticket ?? Ticket(), Some.Now) is not { } assigned)
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
