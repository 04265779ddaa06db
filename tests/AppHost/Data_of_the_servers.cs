using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

public sealed class Data_of_the_servers : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Are_there_again_after_a_stop()
    {
        await using (var runner = await Runner.ReadyAsync(_data, "--Servers=true"))
        {
            await Runner.PostAsync(runner.Resource("inner"), "/rows/kept");
            runner.Signal("INT");
            Assert.Equal(0, await runner.EndsAsync());
            Assert.DoesNotContain('\u001b', runner.Output);
        }

        await Kernel.NothingIsLeftAsync(_data);
        await using var again = await Runner.ReadyAsync(_data, "--Servers=true");
        Assert.Equal("kept, kept", await Runner.GetAsync(again.Resource("inner"), "/rows"));
    }
}

public sealed class Data_of_the_servers_of_a_killed_AppHost : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Are_there_again_also_when_the_next_start_comes_at_once()
    {
        await using (var runner = await Runner.ReadyAsync(_data, "--Servers=true"))
        {
            await Runner.PostAsync(runner.Resource("inner"), "/rows/kept");
            runner.Signal("KILL");
            await runner.EndsAsync();
        }

        // Its servers are still on their way out: the next start waits for each.
        await using var again = await Runner.ReadyAsync(_data, "--Servers=true");
        Assert.Equal("kept, kept", await Runner.GetAsync(again.Resource("inner"), "/rows"));

        // The broker alone, with all that it started, comes back with its data, too.
        var broker = again.Resource("rabbitmq").ProcessId;
        Kernel.Signal(broker, "KILL");
        await Eventually.HoldsAsync(() => again.Resource("rabbitmq") is { State: "running" } anew && anew.ProcessId != broker);
        Assert.Equal("kept, kept", await Runner.GetAsync(again.Resource("inner"), "/rows"));
        again.Signal("INT");
        Assert.Equal(0, await again.EndsAsync());
        await Kernel.NothingIsLeftAsync(_data);
    }
}

public sealed class A_step_that_fails : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Ends_the_start_with_what_it_said()
    {
        await using var runner = Runner.Start(_data, "--Servers=true", "--inner:Fault=migration");
        Assert.Equal(1, await runner.EndsAsync());
        Assert.EndsWith("inner-migrations ended with code 5: the table cannot be made", runner.Output, StringComparison.Ordinal);
        await Kernel.NothingIsLeftAsync(_data);
    }
}
