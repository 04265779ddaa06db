using System.Diagnostics;
using System.Text.Json;
using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

public sealed class A_runner_that_was_killed : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Leaves_no_process_even_one_that_does_not_listen()
    {
        await using var runner = await Runner.ReadyAsync(_data, "--outer:Fault=stubborn");
        Assert.NotEmpty(Kernel.ProcessesOf(_data));
        runner.Signal("KILL");
        await Eventually.HoldsAsync(() => Kernel.ProcessesOf(_data).Count == 0);

        await using var next = await Runner.ReadyAsync(_data);
        Assert.All(next.Parts, x => Assert.Equal("running", x.State));
    }

    [Fact]
    public async Task And_left_something_all_the_same_has_it_ended_by_the_next_start()
    {
        using var left = Process.Start("sleep", "300");
        File.WriteAllText(_data.Ledger, JsonSerializer.Serialize<RunningPart[]>([new("outer", "", "running", left.Id, Kernel.StartTime(left.Id), "TERM")]));

        await using var runner = await Runner.ReadyAsync(_data);
        await left.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Contains("outer was left by an earlier start; ending it", runner.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Has_no_claim_to_a_process_that_got_the_same_id_later()
    {
        using var stranger = Process.Start("sleep", "300");
        try
        {
            var other = (long.Parse(Kernel.StartTime(stranger.Id), null) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            File.WriteAllText(_data.Ledger, JsonSerializer.Serialize<RunningPart[]>([new("outer", "", "running", stranger.Id, other, "TERM")]));

            await using var runner = await Runner.ReadyAsync(_data);
            Assert.DoesNotContain("left by an earlier start", runner.Output, StringComparison.Ordinal);
            Assert.False(stranger.HasExited);
        }
        finally
        {
            stranger.Kill();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"Name\":\"ou")]
    public async Task May_have_left_a_ledger_that_nobody_can_read(string text)
    {
        File.WriteAllText(_data.Ledger, text);
        await using var runner = await Runner.ReadyAsync(_data);
        Assert.Equal(2, runner.Parts.Count);
    }
}
