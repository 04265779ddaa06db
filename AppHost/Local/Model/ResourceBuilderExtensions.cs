using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost;
using Helpdesk.AppHost.Local.Running;

namespace Aspire.Hosting;

/// <summary>What the model says of its resources: the part of Aspire's surface that Helpdesk uses.</summary>
public static class ResourceBuilderExtensions
{
    /// <summary>Sets an environment variable.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value) where T : IResourceWithEnvironment =>
        builder.Set(name, () => value ?? "");

    /// <summary>Sets an environment variable to a parameter's value.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.Set(name, () => parameter.Resource.Value);

    /// <summary>Passes the connection string of another resource.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null)
        where TDestination : IResourceWithEnvironment =>
        builder.Set($"ConnectionStrings__{connectionName ?? source.Resource.Name}", () => LocalServers.ConnectionString(source.Resource, builder.ApplicationBuilder.DataDirectory("")));

    /// <summary>Passes the addresses of another service, one for each replica.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        var project = (ProjectResource)source.Resource;
        for (var replica = 0; replica < project.Replicas; replica++)
        {
            var index = replica;
            builder.Set($"services__{project.Name}__http__{index}", () => $"http://127.0.0.1:{project.Ports[index]}");
        }

        return builder;
    }

    /// <summary>Adds arguments.</summary>
    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs
    {
        Of(builder).Arguments.AddRange(args);
        return builder;
    }

    /// <summary>Starts only when the other one is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency) where T : IResourceWithWaitSupport
    {
        Of(builder).Waits.Add(((Resource)dependency.Resource, false));
        return builder;
    }

    /// <summary>Starts only when the other one has ended well.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency) where T : IResourceWithWaitSupport
    {
        Of(builder).Waits.Add(((Resource)dependency.Resource, true));
        return builder;
    }

    /// <summary>Listens for HTTP; on any free port unless one is asked for.</summary>
    public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null) where T : IResourceWithEndpoints
    {
        var project = (ProjectResource)Of(builder);
        project.Listens = true;
        project.WantedPort = port;
        return builder;
    }

    /// <summary>Reachable from outside; here everything is on loopback.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints => builder;

    /// <summary>Healthy when this path answers with success.</summary>
    public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null) where T : IResourceWithEndpoints
    {
        ((ProjectResource)Of(builder)).HealthPath = path ?? "/";
        return builder;
    }

    static Resource Of<T>(IResourceBuilder<T> builder) where T : IResource => (Resource)(IResource)builder.Resource;

    static IResourceBuilder<T> Set<T>(this IResourceBuilder<T> builder, string name, Func<string> value) where T : IResource
    {
        Of(builder).Environment[name] = value;
        return builder;
    }
}

/// <summary>.NET projects in the model.</summary>
public static class ProjectResourceBuilderExtensions
{
    /// <summary>Adds a project by its path, relative to the AppHost's.</summary>
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.AddResource(new ProjectResource(name, Path.GetFullPath(Path.Combine(builder.AppHostDirectory, projectPath))));

    /// <summary>Starts so many processes of it.</summary>
    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        if (replicas < 1)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{builder.Resource.Name} cannot have {replicas} replicas."));
        builder.Resource.Replicas = replicas;
        return builder;
    }
}
