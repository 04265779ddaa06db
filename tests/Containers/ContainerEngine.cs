using System.Globalization;
using System.Security.Cryptography;
using DotNet.Testcontainers.Configurations;
using Helpdesk.AppHost.Servers;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Helpdesk.Fixtures;

/// <summary>Docker, or what answers to its name; tests skip where nothing does.</summary>
static class ContainerEngine
{
    public const string User = "helpdesk";

    /// <summary>On each container the process whose tests it belongs to.</summary>
    const string Label = "helpdesk.tests";

    static readonly Lazy<Task<string?>> Missing = new(LookAsync);
    static readonly string PostgresImage = Environment.GetEnvironmentVariable("HELPDESK_POSTGRES_IMAGE") ?? "helpdesk-test/postgres:debian";
    static readonly string RabbitMqImage = Environment.GetEnvironmentVariable("HELPDESK_RABBITMQ_IMAGE") ?? "helpdesk-test/rabbitmq:debian";

    public static string Password { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static async Task<PostgreSqlContainer> CreatePostgresAsync(int port)
    {
        await RequireAsync();
        return new PostgreSqlBuilder(PostgresImage).WithUsername(User).WithPassword(Password).WithDatabase("postgres")
            .WithPortBinding(port, PostgreSqlBuilder.PostgreSqlPort).WithCommand("-c", "max_connections=300")
            .WithLabel(Label, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)).Build();
    }

    public static async Task<RabbitMqContainer> CreateRabbitMqAsync(int port)
    {
        await RequireAsync();
        return new RabbitMqBuilder(RabbitMqImage).WithUsername(User).WithPassword(Password)
            .WithPortBinding(port, RabbitMqBuilder.RabbitMqPort).WithPortBinding(15672, assignRandomHostPort: true)
            .WithLabel(Label, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)).Build();
    }

    /// <summary>Ends a container as a power cut would.</summary>
    public static Task KillAsync(string container) => RunAsync("kill", container);

    static async Task RequireAsync()
    {
        if (await Missing.Value is { } reason)
            Assert.Skip(reason);
    }

    /// <summary>Why containers cannot be used; null when they can.</summary>
    static async Task<string?> LookAsync()
    {
        var (answers, version) = await RunAsync("version", "--format", "{{.Server.APIVersion}}");
        if (!answers)
            return $"No container engine answers: {version}";
        foreach (var image in new[] { PostgresImage, RabbitMqImage })
        {
            if (await RunAsync("image", "inspect", image) is (false, _))
                return $"The image {image} is not there; make it with .ci/images/build, or name another.";
        }

        // The library asks for a newer version than older engines speak.
        if (Environment.GetEnvironmentVariable("DOCKER_API_VERSION") is null)
            Environment.SetEnvironmentVariable("DOCKER_API_VERSION", version);
        // It would clean up behind us from an image that has to be pulled.
        TestcontainersSettings.ResourceReaperEnabled = false;
        await RemoveLeftoversAsync();
        return null;
    }

    /// <summary>Tests that were killed could not remove their containers.</summary>
    static async Task RemoveLeftoversAsync()
    {
        var (_, list) = await RunAsync("ps", "--all", "--filter", "label=" + Label, "--format", $$$"""{{.ID}} {{.Label "{{{Label}}}"}}""");
        foreach (var container in list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(x => x.Split(' ')))
        {
            if (!Directory.Exists("/proc/" + container[1]))
                await RunAsync("rm", "--force", "--volumes", container[0]);
        }
    }

    static async Task<(bool Succeeded, string Output)> RunAsync(params string[] arguments)
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            var (exitCode, output) = await Shell.RunAsync("docker", arguments, cancellationToken: patience.Token);
            return (exitCode == 0, output.Trim());
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return (false, exception.Message);
        }
    }
}
