using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

public sealed class A_part_that_fails : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Is_started_again_after_a_pause_that_grows_for_all_to_see()
    {
        await using var runner = await Runner.ReadyAsync(_data);
        var first = runner.Resource("inner").ProcessId;
        var outer = runner.Resource("outer").ProcessId;

        await CrashAsync(runner);
        await runner.SaysAsync("inner          ended with code 3; restarting in 1 s");
        await Eventually.HoldsAsync(() => runner.Resource("inner") is { State: "running" } again && again.ProcessId != first);
        await Runner.GetAsync(runner.Resource("inner"), "/health");

        await CrashAsync(runner);
        await runner.SaysAsync("inner          ended with code 3; restarting in 2 s");
        await Eventually.HoldsAsync(() => runner.Resource("inner").State == "running");
        Assert.Equal(outer, runner.Resource("outer").ProcessId);
    }

    [Fact]
    public async Task Is_started_again_when_it_was_killed()
    {
        await using var runner = await Runner.ReadyAsync(_data);
        Kernel.Signal(runner.Resource("outer").ProcessId, "KILL");
        await runner.SaysAsync("outer          was killed; restarting in 1 s");
        await Eventually.HoldsAsync(() => runner.Resource("outer").State == "running");
    }

    [Fact]
    public async Task Does_not_hold_up_the_stop_while_it_waits_to_be_started_again()
    {
        await using var runner = await Runner.ReadyAsync(_data);
        await CrashAsync(runner);
        await runner.SaysAsync("restarting in 1 s");
        runner.Signal("INT");
        Assert.Equal(0, await runner.EndsAsync());
        await Kernel.NothingIsLeftAsync(_data);
    }

    [Theory]
    [InlineData("sick")]
    [InlineData("hang")]
    [InlineData("crash")]
    public async Task And_never_becomes_healthy_ends_the_start_in_one_sentence(string fault)
    {
        await using var runner = Runner.Start(_data, $"--inner:Fault={fault}", "--Helpdesk:HealthLimit=00:00:04");
        Assert.Equal(1, await runner.EndsAsync());
        Assert.EndsWith("inner did not become healthy within 4 seconds; its log lines above say why.", runner.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("outer", runner.Output, StringComparison.Ordinal);
        await Kernel.NothingIsLeftAsync(_data);
        Assert.False(File.Exists(_data.ResourcesFile));
    }

    [Fact]
    public async Task And_ends_at_once_time_and_again_ends_the_start_before_its_time_is_up()
    {
        await using var runner = Runner.Start(_data, "--inner:Fault=crash");
        await runner.SaysAsync("restarting in 8 s");
        Assert.Equal("restarting", runner.Resource("inner").State);
        Assert.Equal(1, await runner.EndsAsync());
        Assert.EndsWith("inner ended with code 3, as it did 4 times before; its log lines above say why.", runner.Output,
            StringComparison.Ordinal);
    }

    static Task CrashAsync(Runner runner) =>
        Runner.PostAsync(runner.Resource("inner"), "/crash").ContinueWith(_ => { }, TaskScheduler.Default);
}
