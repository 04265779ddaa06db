using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Resources;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost;

/// <summary>Adds Helpdesk's hosts to the Aspire app model.</summary>
static class HelpdeskResources
{
    /// <summary>A service with its own database; migrations run to completion before any replica starts.</summary>
    public static Replicas AddService<TProject>(this IDistributedApplicationBuilder builder, string name,
        DatabaseServer postgres, Broker? rabbitmq = null) where TProject : IProjectMetadata, new()
    {
        // Names are unique in the model: the service has the plain one, its credentials have suffixes.
        var database = postgres.AddOwnedDatabase($"{name}-db", name);
        var broker = rabbitmq?.AddUser($"{name}-broker", name);
        var migrations = builder.AddHost<TProject>($"{name}-migrations", name).WithArgs("migrate")
            .WithReference(database, name).WaitFor(database).WithBroker(broker);
        return builder.AddReplicas<TProject>(name)
            .With(x => x.WithReference(database, name).WaitForCompletion(migrations).WithBroker(broker, wait: true));
    }

    /// <summary>A web host: no database, and a broker user for its event queue.</summary>
    public static Replicas AddWebHost<TProject>(this IDistributedApplicationBuilder builder, string name, Broker rabbitmq)
        where TProject : IProjectMetadata, new()
    {
        var broker = rabbitmq.AddUser($"{name}-broker", name);
        return builder.AddReplicas<TProject>(name).With(x => x.WithBroker(broker, wait: true));
    }

    /// <summary>The gateway, the only public endpoint.</summary>
    public static Replicas AddGateway<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new() =>
        new([builder.AddHost<TProject>(name, name).WithEnvironment("TokenKeys__Folder", builder.DataDirectory("token-keys"))
            .WithAddress(builder.PublicPort()).WithExternalHttpEndpoints()]);

    /// <summary>Shares a settings section of another host: one promises what the other keeps.</summary>
    public static IResourceBuilder<ProjectResource> WithSettingsOf(
        this IResourceBuilder<ProjectResource> host, string resource, string section) =>
        host.WithSettings(host.ApplicationBuilder.Configuration.GetSection($"{resource}:{section}"), $"{section}:");

    /// <summary>As many replicas as are configured, each with its own address: the gateway fails over between them.</summary>
    public static Replicas AddReplicas<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var names = Enumerable.Range(1, builder.Configuration.GetValue($"{name}:Replicas", 1)).Select(x => x == 1 ? name : $"{name}-{x}");
        return new([.. names.Select(x => builder.AddHost<TProject>(x, name).WithAddress(Ports.Free()))]);
    }

    /// <summary>A host with the shared keys, the public address for links, and the settings in the section of its name.</summary>
    static IResourceBuilder<ProjectResource> AddHost<TProject>(this IDistributedApplicationBuilder builder, string name, string section)
        where TProject : IProjectMetadata, new() =>
        builder.AddBuiltProject<TProject>(name)
            .WithEnvironment("DataProtection__Keys", builder.DataDirectory("keys"))
            .WithEnvironment("Links__Portal", builder.Configuration["Links:Portal"] ?? $"http://localhost:{builder.PublicPort()}")
            .WithSettings(builder.Configuration.GetSection(section));

    static IResourceBuilder<ProjectResource> WithBroker(this IResourceBuilder<ProjectResource> host,
        IResourceBuilder<SignInResource>? user, bool wait = false)
    {
        if (user is null)
            return host;
        host.WithReference(user, "rabbitmq");
        return wait ? host.WaitFor(user) : host;
    }

    static IResourceBuilder<ProjectResource> WithSettings(
        this IResourceBuilder<ProjectResource> host, IConfigurationSection settings, string prefix = "")
    {
        foreach (var (key, value) in settings.AsEnumerable(makePathsRelative: true))
        {
            if (value is not null && key is not ("Port" or "Replicas"))
                host.WithEnvironment((prefix + key).Replace(":", "__", StringComparison.Ordinal), value);
        }

        return host;
    }
}
