using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Local.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A resource under construction.</summary>
    public interface IResourceBuilder<out T> where T : IResource
    {
        /// <summary>The resource.</summary>
        T Resource { get; }

        /// <summary>The model it belongs to.</summary>
        IDistributedApplicationBuilder ApplicationBuilder { get; }
    }
}

namespace Aspire.Hosting
{
    /// <summary>The model under construction.</summary>
    public interface IDistributedApplicationBuilder
    {
        /// <summary>Settings: command line, environment.</summary>
        ConfigurationManager Configuration { get; }

        /// <summary>Folder of the AppHost's project; paths of projects are relative to it.</summary>
        string AppHostDirectory { get; }

        /// <summary>Adds a resource.</summary>
        IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;

        /// <summary>Ends the construction.</summary>
        DistributedApplication Build();
    }

    /// <summary>The model, ready to run.</summary>
    public sealed class DistributedApplication
    {
        readonly Installation _installation;

        internal DistributedApplication(Installation installation) => _installation = installation;

        /// <summary>Begins a model.</summary>
        public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new LocalBuilder(args);

        /// <summary>Runs it until it is told to stop. The process's exit code says whether everything started.</summary>
        public void Run() => Environment.ExitCode = LocalRunner.RunAsync(_installation).GetAwaiter().GetResult();
    }
}
