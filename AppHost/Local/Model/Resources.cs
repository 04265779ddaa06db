namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>Something that the model names.</summary>
    public interface IResource
    {
        /// <summary>Unique in the model.</summary>
        string Name { get; }
    }

    /// <summary>Takes environment variables.</summary>
    public interface IResourceWithEnvironment : IResource;

    /// <summary>Takes arguments.</summary>
    public interface IResourceWithArgs : IResource;

    /// <summary>Listens.</summary>
    public interface IResourceWithEndpoints : IResource;

    /// <summary>May wait for others.</summary>
    public interface IResourceWithWaitSupport : IResource;

    /// <summary>Others reach it by a connection string.</summary>
    public interface IResourceWithConnectionString : IResource;

    /// <summary>Names a part and carries what the model says of it.</summary>
    public abstract class Resource(string name) : IResource
    {
        /// <inheritdoc/>
        public string Name { get; } = name;

        internal List<(Resource On, bool Completion)> Waits { get; } = [];

        internal Dictionary<string, Func<string>> Environment { get; } = [];

        internal List<string> Arguments { get; } = [];

        /// <summary>One for each replica.</summary>
        internal List<int> Ports { get; } = [];

        internal virtual string? Address => null;
    }

    /// <summary>A value that is chosen outside of the model.</summary>
    public class ParameterResource(string name, string value) : Resource(name)
    {
        internal string Value { get; } = value;
    }

    /// <summary>A PostgreSQL server.</summary>
    public class PostgresServerResource(string name) : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
    {
        internal override string Address => $"127.0.0.1:{Ports[0]}";
    }

    /// <summary>A database of it.</summary>
    public class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent) : Resource(name), IResourceWithConnectionString
    {
        internal string DatabaseName { get; } = databaseName;

        internal PostgresServerResource Parent { get; } = parent;
    }

    /// <summary>A RabbitMQ server.</summary>
    public class RabbitMQServerResource(string name) : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
    {
        internal override string Address => $"127.0.0.1:{Ports[0]}";
    }

    /// <summary>A .NET project.</summary>
    public class ProjectResource(string name, string path) : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints,
        IResourceWithWaitSupport, IResourceWithServiceDiscovery
    {
        internal string Path { get; } = path;

        internal string? HealthPath { get; set; }

        internal int Replicas { get; set; } = 1;

        internal bool Listens { get; set; }

        /// <summary>The port the model asks for; null for any.</summary>
        internal int? WantedPort { get; set; }

        internal override string? Address => Ports.Count == 0 ? null : $"http://127.0.0.1:{Ports[0]}";
    }
}

namespace Aspire.Hosting
{
    /// <summary>Others reach it by its name.</summary>
    public interface IResourceWithServiceDiscovery : ApplicationModel.IResourceWithEndpoints;
}
