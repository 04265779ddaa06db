namespace Helpdesk.AppHost.Tests;

public sealed class Stopping : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    public async Task A_signal_stops_dependents_first_and_leaves_nothing(string signal)
    {
        await using var runner = await Runner.ReadyAsync(_data);
        runner.Signal(signal);

        Assert.Equal(0, await runner.EndsAsync());
        var last = runner.Output[runner.Output.IndexOf("stopping", StringComparison.Ordinal)..];
        var (outer, inner) = (Stopped(last, "outer"), Stopped(last, "inner"));
        Assert.True(outer >= 0 && outer < inner, last);
        await Kernel.NothingIsLeftAsync(_data);
        Assert.False(File.Exists(_data.ResourcesFile));
    }

    [Fact]
    public async Task A_part_that_does_not_listen_is_killed_after_its_grace()
    {
        await using var runner = await Runner.ReadyAsync(_data, "--outer:Fault=stubborn", "--Helpdesk:StopLimit=00:00:08");
        runner.Signal("TERM");

        Assert.Equal(0, await runner.EndsAsync());
        Assert.Contains("outer          did not stop within 8 seconds; killing it", runner.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("inner          did not stop", runner.Output, StringComparison.Ordinal);
        await Kernel.NothingIsLeftAsync(_data);
    }

    [Fact]
    public async Task It_may_be_told_to_stop_before_everything_has_started()
    {
        await using var runner = Runner.Start(_data, "--inner:Fault=sick");
        await runner.SaysAsync("Now listening");
        runner.Signal("INT");

        Assert.Equal(0, await runner.EndsAsync());
        Assert.DoesNotContain("outer", runner.Output, StringComparison.Ordinal);
        await Kernel.NothingIsLeftAsync(_data);
    }

    static int Stopped(string output, string part)
    {
        var line = output.Split('\n').FirstOrDefault(x =>
            x.StartsWith(part, StringComparison.Ordinal) && x.Contains("Stopped in order", StringComparison.Ordinal));
        return line is null ? -1 : output.IndexOf(line, StringComparison.Ordinal);
    }
}
