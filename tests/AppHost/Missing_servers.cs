using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

public sealed class Missing_servers : IDisposable
{
    const string Advice = "postgresql and rabbitmq-server must be installed; run: sudo apt-get install -y postgresql rabbitmq-server";

    readonly DataDirectory _data = new();
    readonly Programs _programs = new();

    public void Dispose()
    {
        _programs.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task Are_named_with_the_command_to_run_where_nothing_can_be_installed()
    {
        await using var runner = Runner.Start(_data, _programs.Environment, "--Servers=true");
        Assert.Equal(1, await runner.EndsAsync());
        Assert.EndsWith(Advice, runner.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_named_with_the_reason_when_the_installation_fails()
    {
        _programs.Add("apt-get", "echo the mirror is down; exit 100");
        await using var runner = Runner.Start(_data, _programs.Environment, "--Servers=true");
        Assert.Equal(1, await runner.EndsAsync());
        Assert.EndsWith($"{Advice} (the mirror is down)", runner.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_installed_without_a_question_when_yes_was_said_before()
    {
        _programs.AddInstaller();
        await using var runner = Runner.Start(_data, _programs.Environment, "--Servers=true");
        await runner.SaysAsync("Missing Debian packages: postgresql, rabbitmq-server");
        await runner.SaysAsync("\nname ");
        Assert.Equal("running", runner.Resource("postgres").State);
    }

    [Fact]
    public async Task Are_no_trouble_where_a_container_engine_has_their_images()
    {
        _programs.Add("docker", "exit 0");
        await using var runner = Runner.Start(_data, _programs.Environment, "--Servers=true");
        await runner.SaysAsync("run as containers: they are not installed, and a container engine has both");
        Assert.DoesNotContain("Missing", runner.Output, StringComparison.Ordinal);
        // That engine starts nothing.
        runner.Signal("KILL");
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("case $1 in version) exit 0 ;; *) exit 1 ;; esac")]
    public async Task As_containers_need_an_engine_that_has_their_images(string docker)
    {
        _programs.Add("docker", docker);
        await using var runner = Runner.Start(_data, _programs.Environment, "--Servers=true", "--Helpdesk:Servers=Containers");
        Assert.Equal(1, await runner.EndsAsync());
        const string reason = "no container engine answers that has postgres:17 and rabbitmq:4-management.";
        Assert.EndsWith(reason, runner.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_no_matter_to_a_model_without_servers()
    {
        await using var runner = Runner.Start(_data, _programs.Environment);
        await runner.SaysAsync("\nname ");
        Assert.DoesNotContain("Missing", runner.Output, StringComparison.Ordinal);
    }
}

public sealed class On_a_terminal : IDisposable
{
    readonly DataDirectory _data = new();
    readonly Programs _programs = new();

    public void Dispose()
    {
        _programs.Dispose();
        _data.Dispose();
    }

    [Theory]
    [InlineData("n")]
    [InlineData("No")]
    public async Task No_installs_nothing(string answer)
    {
        _programs.AddInstaller();
        using var terminal = new Terminal(_data, _programs.Environment, "--Servers=true");
        await terminal.ShowsAsync("Install them now? [Y/n]");
        await terminal.TypeAsync(answer);
        Assert.Equal(1, await terminal.EndsAsync());
        Assert.Contains("Nothing was installed: postgresql and rabbitmq-server must be installed; run: sudo apt-get", terminal.Text,
            StringComparison.Ordinal);
        Assert.False(_programs.Has("postgres"));
    }

    [Fact]
    public async Task Enter_alone_means_yes()
    {
        _programs.AddInstaller(works: false);
        using var terminal = new Terminal(_data, _programs.Environment, "--Servers=true");
        await terminal.ShowsAsync("Install them now? [Y/n]");
        await terminal.TypeAsync("");
        await terminal.ShowsAsync("Installing them");
        Assert.Equal(1, await terminal.EndsAsync());
    }

    [Fact]
    public async Task Names_of_parts_have_colours_and_Ctrl_C_stops_everything_in_order()
    {
        using var terminal = new Terminal(_data, new Dictionary<string, string>());
        await terminal.ShowsAsync("\u001b[36minner         \u001b[0m running");
        await terminal.ShowsAsync("name ");
        await terminal.TypeAsync("\u0003");
        Assert.Equal(0, await terminal.EndsAsync());
        Assert.Equal(2, terminal.Text.Split("Stopped in order").Length - 1);
        await Eventually.HoldsAsync(() => Kernel.ProcessesOf(_data).Count == 0);
    }

    [Fact]
    public async Task NO_COLOR_is_honoured()
    {
        using var terminal = new Terminal(_data, new Dictionary<string, string> { ["NO_COLOR"] = "1" });
        await terminal.ShowsAsync("inner          running");
        Assert.DoesNotContain("\u001b[36m", terminal.Text, StringComparison.Ordinal);
    }
}
