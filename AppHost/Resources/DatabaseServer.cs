using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Resources;

/// <summary>PostgreSQL in the model, whichever way it runs.</summary>
sealed record DatabaseServer(IResourceBuilder<IResource> Resource, PostgresServer Server)
{
    /// <summary>A database and the role that owns it and has its name.</summary>
    public IResourceBuilder<SignInResource> AddOwnedDatabase(string name, string database) =>
        Resource.AddSignIn(name, "Database", Server.ConnectionStringOf(database), token => OwnedDatabase.EnsureAsync(Server, database, token));
}

static class DatabaseServers
{
    public static DatabaseServer AddDatabaseServer(this IDistributedApplicationBuilder builder, string name)
    {
        var port = Ports.Free();
        var server = new PostgresServer(builder.DataDirectory(name), port);
        var process = builder.AddExecutable(name, "postgres", builder.DataDirectory("")).Runs(server.Command(), server.InitializeAsync);
        return new DatabaseServer(process.Listens(port).HealthyWhen("accepts", server.AcceptsAsync), server);
    }
}
