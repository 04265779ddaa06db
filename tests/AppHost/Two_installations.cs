using System.Net;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Tests;

public sealed class Two_installations : IDisposable
{
    readonly DataDirectory _one = new();
    readonly DataDirectory _other = new();

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task Run_beside_each_other_even_when_they_start_at_once_and_want_the_same_port()
    {
        var port = Ports.Free();
        var wanted = $"--Helpdesk:UsualPort={port}";
        var both = await Task.WhenAll(Runner.ReadyAsync(_one, wanted), Runner.ReadyAsync(_other, wanted));
        await using var one = both[0];
        await using var other = both[1];

        Assert.Single(both, x => x.Resource("outer").Address == $"http://localhost:{port}");
        Assert.Equal(4, both.SelectMany(x => x.Resources).Select(x => x.Address).Distinct().Count());
        one.Signal("INT");
        Assert.Equal(0, await one.EndsAsync());
        await Runner.GetAsync(other.Resource("outer"), "/health");
    }

    [Fact]
    public async Task Never_get_the_same_port_also_while_the_part_that_has_it_does_not_listen()
    {
        await using var runner = Runner.Start(_one, "--inner:Fault=crash");
        await runner.SaysAsync("restarting in 1 s");
        var port = new Uri(runner.Resource("inner").Address).Port;
        Assert.Throws<InvalidOperationException>(() => Ports.Reserve(port, port + 1));

        runner.Signal("KILL");
        await runner.EndsAsync();
        using var free = Ports.Reserve(port, port + 1);
        Assert.Equal(port, ((IPEndPoint)free.LocalEndpoint).Port);
    }

    [Fact]
    public async Task Do_not_take_a_wanted_port_from_each_other_while_the_part_that_has_it_does_not_listen()
    {
        var port = Ports.Free();
        await using var one = Runner.Start(_one, $"--Helpdesk:UsualPort={port}", "--outer:Fault=crash");
        await one.SaysAsync("outer          ended with code 3; restarting in 1 s");
        await using var other = await Runner.ReadyAsync(_other, $"--Helpdesk:UsualPort={port}");

        Assert.NotEqual($"http://localhost:{port}", other.Resource("outer").Address);
    }

    [Fact]
    public async Task On_the_same_data_are_one_too_many_and_the_second_says_so()
    {
        await using var first = await Runner.ReadyAsync(_one);
        await using var second = Runner.Start(_one);

        Assert.Equal(1, await second.EndsAsync());
        Assert.Equal(
            $"Another AppHost runs on {_one.Path} already. Stop it first, or give this one data of its own: --Helpdesk:Data=DIRECTORY",
            second.Output);
        await Runner.GetAsync(first.Resource("outer"), "/health");
        Assert.Equal("running", first.Resource("outer").State);
    }
}
