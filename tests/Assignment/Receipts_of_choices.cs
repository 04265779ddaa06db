using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
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
    [InlineData("UPDATE receipt SET candidates = replace(candidates::text, '\"available\":true', '\"available\":false')::json WHERE sequence = 5", 5)]
    [InlineData("UPDATE receipt SET candidates = replace(candidates::text, '\"capacity\":null', '\"capacity\":1')::json WHERE sequence = 7", 7)]
    [InlineData("UPDATE receipt SET candidates = replace(candidates::text, '\"facts\"', '\"rumours\"')::json WHERE sequence = 5", 5)]
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

    [Fact]
    public async Task N2_show_that_a_colleague_was_passed_over_though_she_was_there()
    {
        // A forgery that is consistent in itself: who was not next is said to have been away, so the choice comes out the same.
        var receipt = (await _service.ReceiptsAsync(_area))[4];
        var passedOver = receipt.Candidates.First(x => x.AgentId != receipt.ChosenAgentId);
        var forged = receipt.Candidates.Select(x => x != passedOver ? x : x with { Eligible = false, NotEligibleBecause = "away", Facts = x.Facts! with { Available = false } });
        await _service.ExecuteAsync($"UPDATE receipt SET candidates = {JsonSerializer.Serialize(forged, JsonSerializerOptions.Web)}::json WHERE id = {receipt.Id}");
        var replay = await _service.ReplayAsync(_area);
        var difference = Assert.Single(replay.GetProperty("differences").EnumerateArray());
        Assert.Equal(5, difference.GetProperty("sequence").GetInt32());
        Assert.Contains(passedOver.Name, difference.GetProperty("because").GetString()!, StringComparison.Ordinal);

        // And the other way: she was away, and is said to have been there.
        await _service.ExecuteAsync($"UPDATE receipt SET candidates = {JsonSerializer.Serialize(receipt.Candidates, JsonSerializerOptions.Web)}::json WHERE id = {receipt.Id}");
        await _service.ExecuteAsync($"INSERT INTO absence (id, agent_id, because, began_at) VALUES (gen_random_uuid(), {passedOver.AgentId}, 'away', {receipt.ChosenAt.AddHours(-1)})");
        Assert.Equal(0, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
    }

    [Fact]
    public async Task N2_of_the_first_policy_which_kept_no_facts_replay_as_they_were_chosen()
    {
        await _service.ExecuteAsync($"""
            UPDATE receipt SET policy = 'round-robin/1', candidates = (SELECT json_agg((c::jsonb - 'facts')::json) FROM json_array_elements(candidates) c) WHERE sequence <= 6
            """);
        await _service.OpenAsync(Some.Ticket(_area));
        var replay = await _service.ReplayAsync(_area);
        Assert.Equal((10, 10), (replay.GetProperty("choices").GetInt32(), replay.GetProperty("reproduced").GetInt32()));
        Assert.NotEmpty((await _service.GetAsync($"/api/receipts?ticket={(await _service.ReceiptsAsync(_area))[0].TicketNumber}")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task N2_answer_why_me_and_why_not_she_in_words_that_every_language_can_say()
    {
        var agents = (await _service.ReceiptsAsync(_area))[0].Candidates.Select(x => x.AgentId).Order().ToList();
        var stranger = await _service.AgentAsync("Elena");
        await _service.GoAwayAsync(agents[1]);
        await _service.TakesAtMostAsync(agents[0], 3);
        await _service.OpenAsync(Some.Ticket(_area));
        var receipt = (await _service.ReceiptsAsync(_area, 10))[^1];
        Assert.Equal(agents[2], receipt.ChosenAgentId);

        Assert.Equal(("only-one", true), await WhyAsync(receipt.Id, agents[2]));
        Assert.Equal(("away", false), await WhyAsync(receipt.Id, agents[1]));
        Assert.Equal(("at-capacity", false), await WhyAsync(receipt.Id, agents[0]));
        Assert.Equal(("not-in-area", false), await WhyAsync(receipt.Id, stranger.AccountId));
        var first = (await _service.ReceiptsAsync(_area))[0].Id;
        Assert.Equal(("first-in-round", true), await WhyAsync(first, agents[0]));
        Assert.Equal(("not-his-turn", false), await WhyAsync(first, agents[1]));
        Assert.Equal(("next-in-round", true), await WhyAsync((await _service.ReceiptsAsync(_area))[1].Id, agents[1]));
        foreach (var path in new[] { $"{Guid.NewGuid()}", $"{Guid.NewGuid()}/candidates/{agents[0]}", $"{first}/candidates/{Guid.NewGuid()}" })
            Assert.Equal(HttpStatusCode.NotFound, (await _service.As(Roles.Agent).GetAsync($"/api/receipts/{path}", TestContext.Current.CancellationToken)).StatusCode);

        var whole = await _service.GetAsync($"/api/receipts/{receipt.Id}");
        Assert.Equal(("only-one", 3), (whole.GetProperty("because").GetString(), whole.GetProperty("candidates").GetArrayLength()));
        var full = whole.GetProperty("candidates").EnumerateArray().Single(x => x.GetProperty("agentId").GetGuid() == agents[0]);
        Assert.Contains("3 open tickets, and takes 3 at most", full.GetProperty("why").GetString()!, StringComparison.Ordinal);
    }

    async Task<(string, bool)> WhyAsync(Guid receipt, Guid agent)
    {
        var why = await _service.GetAsync($"/api/receipts/{receipt}/candidates/{agent}");
        Assert.NotEmpty(why.GetProperty("why").GetString()!);
        return (why.GetProperty("because").GetString()!, why.GetProperty("chosen").GetBoolean());
    }

    [Fact]
    public async Task N2_fairness_of_a_week_counts_choices_chances_and_absences()
    {
        var agents = (await _service.ReceiptsAsync(_area))[0].Candidates.Select(x => x.AgentId).Order().ToList();
        var now = _installation.Clock.GetUtcNow();
        // Into the middle of the next ISO week.
        var monday = now.Date.AddDays(7 - (((int)now.DayOfWeek + 6) % 7));
        _installation.Clock.Advance(new DateTimeOffset(monday, TimeSpan.Zero).AddDays(2) - now);
        var week = $"{ISOWeek.GetYear(monday)}-W{ISOWeek.GetWeekOfYear(monday):00}";
        await _service.GoAwayAsync(agents[0]);
        for (var i = 0; i < 5; i++)
            await _service.OpenAsync(Some.Ticket(_area));
        _installation.Clock.Advance(TimeSpan.FromHours(6));
        await _service.ComeBackAsync(agents[0]);
        await _service.OpenAsync(Some.Ticket(_area));

        var fairness = await _service.GetAsync($"/api/areas/{_area}/fairness?week={week}");
        Assert.Equal((6, 0, new DateTimeOffset(monday, TimeSpan.Zero)), (fairness.GetProperty("choices").GetInt32(), fairness.GetProperty("spread").GetInt32(), fairness.GetProperty("since").GetDateTimeOffset()));
        var shares = fairness.GetProperty("agents").EnumerateArray().ToDictionary(x => x.GetProperty("agentId").GetGuid());
        Assert.Equal([1, 6, 6], agents.Select(x => shares[x].GetProperty("couldBeChosen").GetInt32()));
        Assert.Equal([0.33, 2.83, 2.83], agents.Select(x => shares[x].GetProperty("fairShare").GetDouble()));
        Assert.Equal(6, agents.Sum(x => shares[x].GetProperty("choices").GetInt32()));
        var absence = Assert.Single(shares[agents[0]].GetProperty("absences").EnumerateArray());
        Assert.Equal("away", absence.GetProperty("because").GetString());
        Assert.InRange(TimeSpan.Parse(shares[agents[0]].GetProperty("absent").GetString()!, CultureInfo.InvariantCulture), TimeSpan.FromHours(6), TimeSpan.FromHours(6.1));
        Assert.Equal("00:00:00", shares[agents[1]].GetProperty("absent").GetString());

        var before = await _service.GetAsync($"/api/areas/{_area}/fairness?week={ISOWeek.GetYear(monday.AddDays(-7))}-W{ISOWeek.GetWeekOfYear(monday.AddDays(-7)):00}");
        Assert.Equal((9, 0), (before.GetProperty("choices").GetInt32(), before.GetProperty("spread").GetInt32()));
    }

    [Fact]
    public async Task N2_a_week_begins_when_it_begins_for_those_who_work_there()
    {
        await _service.As(Roles.Admin).PutAsJsonAsync($"/api/areas/{_area}/hours", new { zone = "America/Lima", week = Array.Empty<object>() }, TestContext.Current.CancellationToken);
        var fairness = await _service.GetAsync($"/api/areas/{_area}/fairness?week=2026-W53");
        Assert.Equal(DateTimeOffset.Parse("2026-12-28T05:00:00Z", CultureInfo.InvariantCulture), fairness.GetProperty("since").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("2026-W54")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("W47")]
    [InlineData("2026-47W")]
    [InlineData("9999-W52")]
    public async Task A_week_that_does_not_exist_is_refused_in_words(string week)
    {
        var refused = await _service.As(Roles.Agent).GetAsync($"/api/areas/{_area}/fairness?week={week}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.JsonAsync()).GetProperty("errors").TryGetProperty("week", out _));
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
