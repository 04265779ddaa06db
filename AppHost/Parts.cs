using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost;

/// <summary>The parts of Helpdesk, said in the words of the Aspire app model: both orchestrators compile this.</summary>
static class Parts
{
    const int DefaultPort = 8080;

    /// <summary>A service on its own database; a migration step runs to its end before any replica starts.</summary>
    public static IResourceBuilder<ProjectResource> AddService(this IDistributedApplicationBuilder builder, string name,
        IResourceBuilder<PostgresServerResource> postgres, IResourceBuilder<RabbitMQServerResource>? rabbitmq = null)
    {
        var folder = char.ToUpperInvariant(name[0]) + name[1..];
        var path = $"../services/{folder}/{folder}.csproj";
        // Names are unique in the model: the service has the plain one, its connection string too.
        var database = postgres.AddDatabase($"{name}-db", name);

        var migrations = builder.AddHost($"{name}-migrations", path, name).WithArgs("migrate").WithReference(database, name).WaitFor(database);
        var service = builder.AddHost(name, path, name).WithReference(database, name).WaitForCompletion(migrations)
            .WithHttpEndpoint().WithHttpHealthCheck("/health")
            .WithReplicas(builder.Configuration.GetValue($"{name}:Replicas", 1));
        if (rabbitmq is null)
            return service;

        migrations.WithReference(rabbitmq);
        return service.WithReference(rabbitmq).WaitFor(rabbitmq);
    }

    /// <summary>A host of pages: no database, a queue of its own for what happens.</summary>
    public static IResourceBuilder<ProjectResource> AddWebHost(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<RabbitMQServerResource> rabbitmq)
    {
        var folder = char.ToUpperInvariant(name[0]) + name[1..];
        return builder.AddHost(name, $"../web/{folder}/{folder}.csproj", name).WithReference(rabbitmq).WaitFor(rabbitmq)
            .WithHttpEndpoint().WithHttpHealthCheck("/health")
            .WithReplicas(builder.Configuration.GetValue($"{name}:Replicas", 1));
    }

    /// <summary>The only door.</summary>
    public static IResourceBuilder<ProjectResource> AddGateway(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddHost(name, "../gateway/Gateway.csproj", name).WithEnvironment("TokenKeys__Folder", builder.DataDirectory("token-keys"))
            .WithHttpEndpoint(port: builder.PublicPort()).WithHttpHealthCheck("/health").WithExternalHttpEndpoints();

    /// <summary>A folder of the installation's data.</summary>
    public static string DataDirectory(this IDistributedApplicationBuilder builder, string folder) =>
        Path.GetFullPath(Path.Combine(builder.AppHostDirectory, builder.Configuration["Helpdesk:Data"] ?? "../.helpdesk", folder));

    /// <summary>Settings of another part that this one must know too: a promise is told by one and kept by the other.</summary>
    public static IResourceBuilder<ProjectResource> WithSettingsOf(this IResourceBuilder<ProjectResource> host, string part, string section) =>
        host.WithSettings(host.ApplicationBuilder.Configuration.GetSection($"{part}:{section}"), $"{section}:");

    /// <summary>What every host gets: the keys they share, the public address for links, and the settings in the section named like it.</summary>
    static IResourceBuilder<ProjectResource> AddHost(this IDistributedApplicationBuilder builder, string name, string path, string section) =>
        builder.AddProject(name, path)
            .WithEnvironment("DataProtection__Keys", builder.DataDirectory("keys"))
            .WithEnvironment("Links__Portal", builder.Configuration["Links:Portal"] ?? $"http://localhost:{builder.PublicPort()}")
            .WithSettings(builder.Configuration.GetSection(section));

    static IResourceBuilder<ProjectResource> WithSettings(this IResourceBuilder<ProjectResource> host, IConfigurationSection settings, string prefix = "")
    {
        foreach (var (key, value) in settings.AsEnumerable(makePathsRelative: true))
        {
            if (value is not null && key is not ("Port" or "Replicas"))
                host.WithEnvironment((prefix + key).Replace(":", "__", StringComparison.Ordinal), value);
        }

        return host;
    }

    static int PublicPort(this IDistributedApplicationBuilder builder) => builder.Configuration.GetValue("Gateway:Port", DefaultPort);
}
