using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Assignment.Tests;

public sealed class Copies_from_before_an_upgrade(RunningService shared) : IClassFixture<RunningService>
{
    [Fact]
    public async Task G1_G4_agents_get_the_canonical_form_of_their_address_with_the_upgrade()
    {
        var area = await shared.Service.AreaAsync();
        string[] emails = ["Bruno@Example.ORG", "ana@ESPAÑOL.example", "ｄiego@example.org", "no address"];
        var agents = new List<Guid>();
        foreach (var email in emails)
        {
            var account = SampleEvents.Account(name: "Bruno") with { Email = email };
            await shared.Service.PublishAsync(account);
            await shared.Service.KnowsAsync(account);
            agents.Add(account.AccountId);
        }

        await shared.Service.ExecuteAsync($"UPDATE agent SET canonical_email = NULL");
        // Until then the address itself is read.
        await shared.Service.PutIntoAsync(agents[0], area);
        var ticket = SampleEvents.Ticket(area) with { Customer = new() { Name = "Ana", Email = "bruno@example.org", Language = "es" } };
        await shared.Service.WaitsAsync(ticket, "customer");

        // As the release before had them.
        await using (var db = shared.Service.Open())
            await db.GetService<IMigrator>().MigrateAsync("20261121123719_KeptAnswers", TestContext.Current.CancellationToken);
        foreach (var migration in shared.Service.Services.GetServices<DatabaseMigration>())
            await migration.Apply(shared.Service.Services, TestContext.Current.CancellationToken);
        string[] expected = ["bruno@example.org", "ana@xn--espaol-zwa.example", "diego@example.org", "no address"];
        var kept = await shared.Service.ReadAsync(db => db.Agents.ToDictionaryAsync(x => x.Id, x => x.CanonicalEmail));
        Assert.Equal(expected, agents.Select(x => kept[x]));
    }

    [Fact]
    public async Task G4_a_ticket_that_waited_before_the_upgrade_learns_its_customer_from_its_next_event()
    {
        var area = await shared.Service.AreaAsync();
        var bruno = await shared.Service.AgentAsync("Bruno", area);
        await shared.Service.GoAwayAsync(bruno.AccountId);
        var ticket = SampleEvents.Ticket(area) with { Customer = SampleEvents.Person(bruno) };
        await shared.Service.WaitsAsync(ticket, "customer");
        await shared.Service.ExecuteAsync($"UPDATE ticket SET customer_id = NULL, customer_email = NULL WHERE id = {ticket.Id}");
        // Ticketing refuses the choice that was made without knowing, and what it tells of that says whose ticket it is.
        await shared.Service.ComeBackAsync(bruno.AccountId);
        await shared.Service.TicketAsync(ticket.Id, x => x.AgentId == bruno.AccountId);
        await shared.Service.ConsumeAsync(SampleEvents.Left(ticket, 2, SampleEvents.Person(bruno), AssigneeCause.HandedBack));
        await shared.Service.TicketAsync(ticket.Id, x => x is { AgentId: null, WaitingBecause: "customer" });
    }
}
