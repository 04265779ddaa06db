using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed class Copies_from_before_an_upgrade(RunningService shared) : IClassFixture<RunningService>
{
    [Fact]
    public async Task G1_G4_agents_get_the_canonical_form_of_their_address_when_the_service_starts()
    {
        var area = await shared.Service.AreaAsync();
        string[] emails = ["Bruno@Example.ORG", "ana@ESPAÑOL.example", "ｄiego@example.org", "no address"];
        var agents = new List<Guid>();
        foreach (var email in emails)
        {
            var account = Some.Account(name: "Bruno") with { Email = email };
            await shared.Service.HearAsync(account);
            await shared.Service.KnowsAsync(account);
            agents.Add(account.AccountId);
        }

        await shared.Service.ExecuteAsync($"UPDATE agent SET canonical_email = NULL");
        // Until then the address itself is read.
        await shared.Service.PutIntoAsync(agents[0], area);
        var ticket = Some.Ticket(area) with { Customer = new() { Name = "Ana", Email = "bruno@example.org", Language = "es" } };
        await shared.Service.WaitsAsync(ticket, "customer");

        await shared.RestartAsync(TimeSpan.FromMinutes(1));
        string[] expected = ["bruno@example.org", "ana@xn--espaol-zwa.example", "diego@example.org", "no address"];
        var kept = await shared.Service.ReadAsync(db => db.Agents.Where(x => agents.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.CanonicalEmail));
        Assert.Equal(expected, agents.Select(x => kept[x]));
    }
}
