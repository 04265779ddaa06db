using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Resources;

/// <summary>PostgreSQL in the model, as a process or a container.</summary>
sealed record DatabaseServer(IResourceBuilder<IResource> Resource, PostgresServer Server)
{
    /// <summary>A database with an owner of the same name.</summary>
    public IResourceBuilder<SignInResource> AddOwnedDatabase(string name, string database) =>
        Resource.AddSignIn(name, "Database", Server.ConnectionStringOf(database),
            token => OwnedDatabase.EnsureAsync(Server, database, token));
}

static class DatabaseServers
{
    public static DatabaseServer AddDatabaseServer(this IDistributedApplicationBuilder builder, string name)
    {
        var port = Ports.Free();
        var server = new PostgresServer(builder.DataDirectory(name), port);
        var inContainer = builder.ServerKind() == ServerKind.Containers;
        return new(inContainer ? AddContainer(builder, name, server, port) : AddProcess(builder, name, server, port), server);
    }

    static IResourceBuilder<IResource> AddProcess(IDistributedApplicationBuilder builder, string name, PostgresServer server, int port) =>
        builder.AddExecutable(name, "postgres", builder.DataDirectory("")).WithServerCommand(server.Command(), server.InitializeAsync)
            .WithListener(port).WithHealthProbe("accepts", server.AcceptsAsync);

    static IResourceBuilder<IResource> AddContainer(IDistributedApplicationBuilder builder, string name, PostgresServer server, int port)
    {
        var user = builder.AddParameter($"{name}-user", PostgresServer.User);
        var password = builder.AddParameter($"{name}-password", server.Password, secret: true);
        return builder.AddPostgres(name, user, password, port)
            .WithLocalImage(builder.PostgresImage()).WithDataVolume(builder.VolumeOf(name)).WithArgs("-c", "max_connections=300")
            .WithEndpointProxySupport(false).WithHealthProbe("accepts", server.AcceptsAsync);
    }
}
