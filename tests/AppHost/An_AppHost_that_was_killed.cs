using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

public sealed class An_AppHost_that_was_killed : IDisposable
{
    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Leaves_no_process_even_one_that_does_not_listen()
    {
        await using var runner = await Runner.ReadyAsync(_data, "--outer:Fault=stubborn");
        Assert.NotEmpty(Kernel.ProcessesOf(_data));
        runner.Signal("KILL");
        await Kernel.NothingIsLeftAsync(_data);

        await using var next = await Runner.ReadyAsync(_data);
        Assert.All(next.Resources, x => Assert.Equal("running", x.State));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{\"Name\":\"ou")]
    public async Task May_have_left_a_list_that_nobody_can_read(string text)
    {
        File.WriteAllText(_data.ResourcesFile, text);
        await using var runner = await Runner.ReadyAsync(_data);
        Assert.Equal(2, runner.Resources.Count);
    }
}
