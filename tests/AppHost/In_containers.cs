using Helpdesk.AppHost.Servers;
using Helpdesk.Fixtures;

namespace Helpdesk.AppHost.Tests;

public sealed class In_containers : IDisposable
{
    const string Postgres = "helpdesk-test/postgres:debian", RabbitMq = "helpdesk-test/rabbitmq:debian";

    static readonly string[] Settings =
    [
        "--Servers=true", "--Helpdesk:Servers=Containers",
        // Not how fast an engine is on a busy machine is asked here.
        "--Helpdesk:HealthLimit=00:04:00",
        $"--Helpdesk:Images:Postgres={Postgres}", $"--Helpdesk:Images:RabbitMq={RabbitMq}",
    ];

    readonly DataDirectory _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Servers_are_started_again_when_they_die_and_keep_their_data_and_each_service_signs_in_as_itself()
    {
        var missing = await Task.WhenAll(new[] { Postgres, RabbitMq }.Select(async x => await DockerAsync("image", "inspect", x) is null));
        Assert.SkipWhen(missing.Contains(true), $"No container engine answers that has {Postgres} and {RabbitMq}.");
        try
        {
            await using (var runner = await Runner.ReadyAsync(_data, Settings))
            {
                await Runner.PostAsync(runner.Resource("inner"), "/rows/kept");
                var told = await Runner.GetAsync(runner.Resource("inner"), "/environment/ConnectionStrings__rabbitmq");
                Assert.StartsWith("amqp://inner:", told, StringComparison.Ordinal);

                var port = runner.Resource("postgres").Address.Split(':')[1];
                var container = (await DockerAsync("ps", "--quiet", "--filter", $"publish={port}"))!.Trim();
                Assert.NotNull(await DockerAsync("kill", container));
                await runner.SaysAsync("restarting in 1 s");
                await Eventually.HoldsAsync(() => runner.Resource("postgres").State == "running");
                // What the sample kept open before, is of no use now.
                await Eventually.HoldsAsync(async () => await Runner.TryGetAsync(runner.Resource("inner"), "/rows") == "kept, kept");
                runner.Signal("INT");
                Assert.Equal(0, await runner.EndsAsync());
            }

            // Not asked for again: what keeps the data wins.
            await using var again = await Runner.ReadyAsync(_data, [.. Settings.Where(x => x != "--Helpdesk:Servers=Containers")]);
            Assert.Equal("kept, kept", await Runner.GetAsync(again.Resource("inner"), "/rows"));
        }
        finally
        {
            var volumes = (await File.ReadAllTextAsync(Path.Combine(_data.Path, "servers"))).Split(' ')[1];
            await DockerAsync("volume", "rm", $"helpdesk-{volumes}-postgres", $"helpdesk-{volumes}-rabbitmq");
        }
    }

    /// <summary>What it said; null when it failed.</summary>
    static async Task<string?> DockerAsync(params string[] arguments)
    {
        if (Binaries.Find("docker") is not { } docker)
            return null;
        var (exitCode, output) = await Shell.RunAsync(docker, arguments);
        return exitCode == 0 ? output : null;
    }
}
