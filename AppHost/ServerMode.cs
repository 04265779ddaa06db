using System.Security.Cryptography;
using Aspire.Hosting;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost;

/// <summary>Whether servers run as processes or containers, decided before there is a model and remembered with the data.</summary>
static class ServerMode
{
    const string Asked = "Helpdesk:Servers", Chosen = "Helpdesk:ChosenServers", Volumes = "Helpdesk:Volumes";
    const string Auto = "Auto", Mark = "servers";

    /// <exception cref="InvalidOperationException">The requested kind is not possible.</exception>
    public static async Task ChooseServersAsync(this IDistributedApplicationBuilder builder)
    {
        var areInstalled = ServerInstaller.Missing(ServerInstaller.Servers).Count == 0;
        var facts = new ServerFacts(Wanted(builder), Remembered(builder)?.Kind, areInstalled, false);
        if (ServerChoice.DependsOnImages(facts))
            facts = facts with { ImagesAreHere = await HasImagesAsync(builder) };
        var choice = ServerChoice.Of(facts);
        if (choice.Kind == Servers.ServerKind.Containers && !facts.ImagesAreHere && !await HasImagesAsync(builder))
            throw new InvalidOperationException("PostgreSQL and RabbitMQ are to be containers, and no container engine answers that has "
                + $"{builder.PostgresImage()} and {builder.RabbitMqImage()}.");
        ConsoleOutput.WriteLine("helpdesk", $"PostgreSQL and RabbitMQ run as {choice.Kind.ToString().ToLowerInvariant()}: {choice.Reason}");
        builder.Configuration[Chosen] = choice.Kind.ToString();
        builder.Configuration[Volumes] = Remembered(builder)?.Volumes ?? RandomNumberGenerator.GetHexString(12, lowercase: true);
    }

    /// <summary>Remembers the choice: from now on there may be data that only these servers can read.</summary>
    public static void RememberServers(this IDistributedApplicationBuilder builder) =>
        File.WriteAllText(builder.DataDirectory(Mark), $"{builder.ServerKind()} {builder.Configuration[Volumes]}");

    public static ServerKind ServerKind(this IDistributedApplicationBuilder builder) => builder.Configuration.GetValue<ServerKind>(Chosen);

    /// <summary>A volume of this data folder alone: deleting the folder starts afresh, with containers too.</summary>
    public static string VolumeOf(this IDistributedApplicationBuilder builder, string server) =>
        $"helpdesk-{builder.Configuration[Volumes]}-{server}";

    /// <summary>Such as <c>postgres:17</c>; configurable for locally built images.</summary>
    public static string PostgresImage(this IDistributedApplicationBuilder builder) =>
        builder.Configuration["Helpdesk:Images:Postgres"] ?? "postgres:17";

    /// <summary>One with the management plugin.</summary>
    public static string RabbitMqImage(this IDistributedApplicationBuilder builder) =>
        builder.Configuration["Helpdesk:Images:RabbitMq"] ?? "rabbitmq:4-management";

    static Task<bool> HasImagesAsync(IDistributedApplicationBuilder builder) =>
        ContainerEngine.HasAsync([builder.PostgresImage(), builder.RabbitMqImage()]);

    static ServerKind? Wanted(IDistributedApplicationBuilder builder) => builder.Configuration[Asked] switch
    {
        null => null,
        var asked when asked.Equals(Auto, StringComparison.OrdinalIgnoreCase) => null,
        var asked when Enum.TryParse<ServerKind>(asked, true, out var kind) => kind,
        var other => throw new InvalidOperationException($"--{Asked}={other} is not known; it is Auto, Processes or Containers."),
    };

    /// <summary>Null in a new folder.</summary>
    static (ServerKind Kind, string Volumes)? Remembered(IDistributedApplicationBuilder builder) =>
        File.Exists(builder.DataDirectory(Mark)) && File.ReadAllText(builder.DataDirectory(Mark)).Split(' ') is [var kind, var volumes]
            && Enum.TryParse<ServerKind>(kind, out var known) ? (known, volumes) : null;
}
