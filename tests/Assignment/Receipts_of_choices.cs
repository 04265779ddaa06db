using System.Diagnostics;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed class Receipts_of_choices : IAsyncLifetime
{
    Installation _installation = null!;
    Replica _service = null!;
    Guid _area;

    public async ValueTask InitializeAsync()
    {
        (_installation, _service) = await Installation.RunningAsync();
        _area = await _service.AreaAsync("Hardware");
        foreach (var name in new[] { "Bruno", "Carla", "Diego" })
            await _service.AgentAsync(name, _area);
        for (var i = 1; i <= 9; i++)
        {
            await _service.HearAsync(Some.Opened(Some.Ticket(_area)));
            await _service.ReceiptsAsync(_area, i);
        }
    }

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    [Fact]
    public async Task N2_say_what_the_choice_was_made_from_and_why()
    {
        var receipts = await _service.ReceiptsAsync(_area);
        var second = receipts[1];
        var names = second.Candidates.ToDictionary(x => x.AgentId, x => x.Name);
        Assert.Equal($"{names[second.ChosenAgentId]} was next in the round after {names[receipts[0].ChosenAgentId]}. 3 of 3 agents could be chosen.", second.Reason);
        Assert.Equal((2, "round-robin/2", receipts[0].ChosenAgentId), (second.Sequence, second.Policy, second.PreviousAgentId));
        Assert.Equal(3, second.Candidates.Count);

        var told = (await _installation.Ear.HearsAsync<TicketAssigned>(9)).Single(x => x.TicketId == second.TicketId);
        Assert.Equal((second.Id, second.Reason, second.Sequence, second.PreviousAgentId), (told.Receipt.Id, told.Receipt.Reason, told.Receipt.Sequence, told.Receipt.PreviousAgentId));
        Assert.Equal(second.Candidates, told.Receipt.Candidates);
        Assert.Equal((names[second.ChosenAgentId], $"{names[second.ChosenAgentId]}@example.org", "es"), (told.Agent.Name, told.Agent.Email, told.Agent.Language));
    }

    [Fact]
    public async Task N2_are_found_by_number_and_by_id_of_the_ticket()
    {
        var receipt = (await _service.ReceiptsAsync(_area))[4];
        foreach (var ticket in new[] { receipt.TicketNumber, receipt.TicketId.ToString() })
        {
            var item = Assert.Single((await _service.GetAsync($"/api/receipts?ticket={ticket}")).GetProperty("items").EnumerateArray());
            Assert.Equal((5, receipt.Reason, receipt.ChosenAgentId), (item.GetProperty("sequence").GetInt32(), item.GetProperty("reason").GetString(), item.GetProperty("agentId").GetGuid()));
        }

        Assert.Equal(0, (await _service.GetAsync("/api/receipts?ticket=HD-none")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task N2_are_read_on_from_a_sequence_number()
    {
        var seen = new List<int>();
        for (var items = await NextAsync(0); items.Count > 0; items = await NextAsync(seen[^1]))
            seen.AddRange(items);
        Assert.Equal(Enumerable.Range(1, 9), seen);

        async Task<List<int>> NextAsync(int after) =>
            [.. (await _service.GetAsync($"/api/areas/{_area}/receipts?after={after}&size=4")).GetProperty("items").EnumerateArray().Select(x => x.GetProperty("sequence").GetInt32())];
    }

    [Fact]
    public async Task N2_give_every_choice_again()
    {
        var replay = await _service.ReplayAsync(_area);
        Assert.Equal((9, 9, 0), (replay.GetProperty("choices").GetInt32(), replay.GetProperty("reproduced").GetInt32(), replay.GetProperty("differences").GetArrayLength()));
        Assert.Equal(0, await ReplayByCommandAsync());
    }

    [Theory]
    [InlineData("UPDATE receipt SET chosen_agent_id = previous_agent_id WHERE sequence = 5", 5)]
    [InlineData("UPDATE receipt SET previous_agent_id = chosen_agent_id WHERE sequence = 5", 5)]
    [InlineData("UPDATE receipt SET candidates = replace(candidates::text, '\"eligible\":true', '\"eligible\":false')::json WHERE sequence = 5", 5)]
    [InlineData("UPDATE receipt SET policy = 'by-favour/1' WHERE sequence = 5", 5)]
    [InlineData("DELETE FROM receipt WHERE sequence = 5", 6)]
    [InlineData("DELETE FROM receipt WHERE sequence = 9", 9)]
    public async Task N2_show_that_they_were_tampered_with(string tampering, int named)
    {
        await _service.ReadAsync(db => db.Database.ExecuteSqlRawAsync(tampering));
        var replay = await _service.ReplayAsync(_area);
        var differences = replay.GetProperty("differences").EnumerateArray().ToList();
        Assert.Equal(named, differences[0].GetProperty("sequence").GetInt32());
        Assert.InRange(differences.Count, 1, 2);
        Assert.Equal(1, await ReplayByCommandAsync());
        // What is forged can still be read.
        Assert.NotEqual(0, (await _service.GetAsync($"/api/areas/{_area}/receipts")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task N2_fairness_counts_the_choices_of_a_week()
    {
        _installation.Clock.Advance(TimeSpan.FromDays(8));
        await _service.HearAsync(Some.Opened(Some.Ticket(_area)));
        var last = (await _service.ReceiptsAsync(_area, 10))[^1];
        var week = await _service.GetAsync($"/api/areas/{_area}/fairness");
        Assert.Equal((1, 1), (week.GetProperty("choices").GetInt32(), week.GetProperty("spread").GetInt32()));
        Assert.Equal(1, week.GetProperty("agents").EnumerateArray().Single(x => x.GetProperty("agentId").GetGuid() == last.ChosenAgentId).GetProperty("choices").GetInt32());
        var month = await _service.GetAsync($"/api/areas/{_area}/fairness?days=30");
        Assert.Equal([3, 3, 4], month.GetProperty("agents").EnumerateArray().Select(x => x.GetProperty("choices").GetInt32()).Order());
    }

    async Task<int> ReplayByCommandAsync()
    {
        var service = typeof(AssignmentDbContext).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [service, "replay"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ConnectionStrings__assignment"] = _installation.Database,
                ["ConnectionStrings__rabbitmq"] = _installation.Broker,
                ["DataProtection__Keys"] = _installation.Keys,
            },
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Hardware: ", said, StringComparison.Ordinal);
        return process.ExitCode;
    }
}
