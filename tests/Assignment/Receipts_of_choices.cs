using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Contracts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Assignment.Tests;

public sealed partial class Receipts_of_choices(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    Guid _area;

    public async ValueTask InitializeAsync() => _area = await _service.AreaOfNineAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task N2_say_what_the_choice_was_made_from_and_why()
    {
        var receipts = await _service.ReceiptsAsync(_area);
        var second = receipts[1];
        var names = second.Candidates.ToDictionary(x => x.AgentId, x => x.Name);
        Assert.Equal(
            $"{names[second.ChosenAgentId]} was next in the round after {names[receipts[0].ChosenAgentId]}. 3 of 3 agents could be chosen.",
            second.Reason);
        Assert.Equal((2, "round-robin/3", receipts[0].ChosenAgentId), (second.Sequence, second.Policy, second.PreviousAgentId));
        Assert.Equal(3, second.Candidates.Count);

        var told = (await _installation.Events.WaitForAsync<TicketAssigned>(9, x => x.AreaId == _area))
            .Single(x => x.TicketId == second.TicketId);
        Assert.Equal(
            (second.Id, second.Reason, second.Sequence, second.PreviousAgentId),
            (told.Receipt.Id, told.Receipt.Reason, told.Receipt.Sequence, told.Receipt.PreviousAgentId));
        Assert.Equal(second.Candidates, told.Receipt.Candidates);
        Assert.Equal(
            (names[second.ChosenAgentId], $"{names[second.ChosenAgentId]}@example.org", "es"),
            (told.Agent.Name, told.Agent.Email, told.Agent.Language));
    }

    [Fact]
    public async Task N2_are_found_by_number_and_by_id_of_the_ticket()
    {
        var receipt = (await _service.ReceiptsAsync(_area))[4];
        foreach (var ticket in new[] { receipt.TicketNumber, receipt.TicketId.ToString() })
        {
            var item = Assert.Single(await _service.ItemsAsync($"/api/receipts?ticket={ticket}"));
            Assert.Equal(
                (5, receipt.Reason, receipt.ChosenAgentId),
                (item.GetProperty("sequence").GetInt32(), item.GetProperty("reason").GetString(), item.GetProperty("agentId").GetGuid()));
        }

        Assert.Empty(await _service.ItemsAsync("/api/receipts?ticket=HD-999999999999"));
    }

    [Fact]
    public async Task N2_are_read_on_from_a_sequence_number()
    {
        var seen = new List<int>();
        for (var items = await NextAsync(0); items.Count > 0; items = await NextAsync(seen[^1]))
            seen.AddRange(items);
        Assert.Equal(Enumerable.Range(1, 9), seen);

        async Task<List<int>> NextAsync(int after) =>
            [.. (await _service.ItemsAsync($"/api/areas/{_area}/receipts?after={after}&size=4"))
                .Select(x => x.GetProperty("sequence").GetInt32())];
    }

    [Fact]
    public async Task N2_give_every_choice_again()
    {
        var replay = await _service.ReplayAsync(_area);
        Assert.Equal(
            (9, 9, 0),
            (replay.GetProperty("choices").GetInt32(), replay.GetProperty("reproduced").GetInt32(), replay.GetProperty("differences")
                .GetArrayLength()));
    }

    [Fact]
    public async Task N2_fairness_counts_the_choices_of_a_week()
    {
        _installation.Clock.Advance(TimeSpan.FromDays(8));
        await _service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(_area)));
        var last = (await _service.ReceiptsAsync(_area, 10))[^1];
        var week = await _service.GetAsync($"/api/areas/{_area}/fairness");
        Assert.Equal((1, 1), (week.GetProperty("choices").GetInt32(), week.GetProperty("spread").GetInt32()));
        Assert.Equal(
            1, week.GetProperty("agents").EnumerateArray().Single(x => x.GetProperty("agentId").GetGuid() == last.ChosenAgentId)
            .GetProperty("choices").GetInt32());
        var month = await _service.GetAsync($"/api/areas/{_area}/fairness?days=30");
        Assert.Equal([3, 3, 4], month.GetProperty("agents").EnumerateArray().Select(x => x.GetProperty("choices").GetInt32()).Order());
    }

    [Fact]
    public async Task N2_show_that_a_colleague_was_passed_over_though_they_were_there()
    {
        // A forgery that is consistent in itself: who was not next is said to have been away, so the choice comes out the same.
        var receipt = (await _service.ReceiptsAsync(_area))[4];
        var passedOver = receipt.Candidates.First(x => x.AgentId != receipt.ChosenAgentId);
        var forged =
            receipt.Candidates.Select(
                x => x != passedOver ? x
                : x with { Eligible = false, NotEligibleBecause = "away", Facts = x.Facts! with { Available = false } });
        await _service.ExecuteAsync(
            $"UPDATE receipt SET candidates = {JsonSerializer.Serialize(forged, JsonSerializerOptions.Web)}::json WHERE id = {receipt.Id}");
        var replay = await _service.ReplayAsync(_area);
        var difference = Assert.Single(replay.GetProperty("differences").EnumerateArray());
        Assert.Equal(5, difference.GetProperty("sequence").GetInt32());
        Assert.Contains(passedOver.Name, difference.GetProperty("because").GetString()!, StringComparison.Ordinal);

        // And the other way: a colleague was away, and is said to have been there.
        var (before, began) = (JsonSerializer.Serialize(receipt.Candidates, JsonSerializerOptions.Web), receipt.ChosenAt.AddHours(-1));
        await _service.ExecuteAsync($"UPDATE receipt SET candidates = {before}::json WHERE id = {receipt.Id}");
        await _service.ExecuteAsync($"""
            INSERT INTO absence (id, agent_id, because, began_at) VALUES (gen_random_uuid(), {passedOver.AgentId}, 'away', {began})
            """);
        Assert.Equal(0, (await _service.ReplayAsync(_area)).GetProperty("reproduced").GetInt32());
    }

    [Fact]
    public async Task N2_of_the_first_policy_which_kept_no_facts_replay_as_they_were_chosen()
    {
        await _service.ExecuteAsync($"""
            UPDATE receipt SET policy = 'round-robin/1',
                candidates = (SELECT json_agg((c::jsonb - 'facts')::json) FROM json_array_elements(candidates) c)
            WHERE sequence <= 6
            """);
        await _service.OpenAsync(SampleEvents.Ticket(_area));
        var replay = await _service.ReplayAsync(_area);
        Assert.Equal((10, 10), (replay.GetProperty("choices").GetInt32(), replay.GetProperty("reproduced").GetInt32()));
        Assert.NotEmpty(await _service.ItemsAsync($"/api/receipts?ticket={(await _service.ReceiptsAsync(_area))[0].TicketNumber}"));
    }

    [Fact]
    public async Task N2_answer_why_me_and_why_not_another_in_words_that_every_language_can_say()
    {
        var agents = (await _service.ReceiptsAsync(_area))[0].Candidates.Select(x => x.AgentId).Order().ToList();
        var stranger = await _service.AgentAsync("Elena");
        await _service.GoAwayAsync(agents[1]);
        await _service.TakesAtMostAsync(agents[0], 3);
        await _service.OpenAsync(SampleEvents.Ticket(_area));
        var receipt = (await _service.ReceiptsAsync(_area, 10))[^1];
        Assert.Equal(agents[2], receipt.ChosenAgentId);

        Assert.Equal(("only-one", true), await WhyAsync(receipt.Id, agents[2]));
        Assert.Equal(("away", false), await WhyAsync(receipt.Id, agents[1]));
        Assert.Equal(("at-capacity", false), await WhyAsync(receipt.Id, agents[0]));
        Assert.Equal(("not-in-area", false), await WhyAsync(receipt.Id, stranger.AccountId));
        var first = (await _service.ReceiptsAsync(_area))[0].Id;
        Assert.Equal(("first-in-round", true), await WhyAsync(first, agents[0]));
        Assert.Equal(("not-their-turn", false), await WhyAsync(first, agents[1]));
        Assert.Equal(("next-in-round", true), await WhyAsync((await _service.ReceiptsAsync(_area))[1].Id, agents[1]));
        string[] nowhere = [$"{Guid.NewGuid()}", $"{Guid.NewGuid()}/candidates/{agents[0]}", $"{first}/candidates/{Guid.NewGuid()}"];
        foreach (var path in nowhere)
        {
            var answer = await _service.As(AccountRoles.Dispatcher)
                .GetAsync($"/api/receipts/{path}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        var whole = await _service.GetAsync($"/api/receipts/{receipt.Id}", AccountRoles.Dispatcher);
        Assert.Equal(("only-one", 3), (whole.GetProperty("because").GetString(), whole.GetProperty("candidates").GetArrayLength()));
        var full = whole.GetProperty("candidates").EnumerateArray().Single(x => x.GetProperty("agentId").GetGuid() == agents[0]);
        Assert.Contains("3 open tickets, and takes 3 at most", full.GetProperty("why").GetString()!, StringComparison.Ordinal);
    }

    async Task<(string, bool)> WhyAsync(Guid receipt, Guid agent)
    {
        var why = await _service.GetAsync($"/api/receipts/{receipt}/candidates/{agent}", AccountRoles.Dispatcher);
        Assert.NotEmpty(why.GetProperty("why").GetString()!);
        return (why.GetProperty("because").GetString()!, why.GetProperty("chosen").GetBoolean());
    }
}
