using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Tests;

public sealed class Starting : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Everything_is_healthy_and_the_table_says_where()
    {
        await using var runner = await Runner.ReadyAsync(_data, "--inner:Replicas=2");

        Assert.Equal(["inner", "inner-2", "outer"], runner.Resources.Select(x => x.Name));
        Assert.All(runner.Resources, x => Assert.Equal("running", x.State));
        foreach (var resource in runner.Resources)
        {
            await Runner.GetAsync(resource, "/health");
            await runner.SaysAsync($"{resource.Name.PadRight(9)}{resource.Address}  running");
        }

        var (inner, outer) = (runner.Output.IndexOf("inner          running", StringComparison.Ordinal),
            runner.Output.IndexOf("outer          running", StringComparison.Ordinal));
        Assert.True(inner < outer);
    }

    [Fact]
    public async Task A_part_is_told_of_each_replica_that_it_refers_to()
    {
        await using var runner = await Runner.ReadyAsync(_data, "--inner:Replicas=2");

        Assert.Equal(runner.Resource("inner").Address,
            await Runner.GetAsync(runner.Resource("outer"), "/environment/services__inner__http__0"));
        Assert.Equal(runner.Resource("inner-2").Address,
            await Runner.GetAsync(runner.Resource("outer"), "/environment/services__inner__http__1"));
    }

    [Fact]
    public async Task A_preferred_port_is_taken_when_it_is_free()
    {
        var port = Ports.Free();
        await using var runner = await Runner.ReadyAsync(_data, $"--Helpdesk:UsualPort={port}");
        Assert.Equal($"http://localhost:{port}", runner.Resource("outer").Address);
    }

    [Fact]
    public async Task A_preferred_port_that_is_taken_gives_way_to_another_and_says_so()
    {
        using var other = Ports.Reserve();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var runner = await Runner.ReadyAsync(_data, $"--Helpdesk:UsualPort={port}");

        Assert.NotEqual($"http://localhost:{port}", runner.Resource("outer").Address);
        await Runner.GetAsync(runner.Resource("outer"), "/health");
        Assert.Contains($"port {port} is taken by another program; using {new Uri(runner.Resource("outer").Address).Port}", runner.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_was_asked_for_and_is_taken_ends_the_start()
    {
        using var other = Ports.Reserve();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var runner = Runner.Start(_data, $"--Gateway:Port={port.ToString(CultureInfo.InvariantCulture)}");

        Assert.Equal(1, await runner.EndsAsync());
        Assert.Equal($"Port {port}, which was asked for the gateway, is taken by another program.", runner.Output);
        await Kernel.NothingIsLeftAsync(_data);
    }

    [Fact]
    public async Task What_is_written_to_a_pipe_has_no_colour()
    {
        await using var runner = await Runner.ReadyAsync(_data);
        Assert.DoesNotContain('\u001b', runner.Output);
    }
}
