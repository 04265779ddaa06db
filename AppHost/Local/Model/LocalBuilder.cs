using System.Reflection;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Local.Running;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Collects the resources of the model.</summary>
sealed class LocalBuilder : IDistributedApplicationBuilder
{
    readonly List<Resource> _resources = [];
    readonly bool _confirmed;

    public LocalBuilder(string[] args)
    {
        _confirmed = args.Contains("--yes");
        Configuration.AddEnvironmentVariables().AddCommandLine([.. args.Where(x => x != "--yes")]);
    }

    public ConfigurationManager Configuration { get; } = new();

    /// <summary>As the project says at build time: the same folder that Aspire takes.</summary>
    public string AppHostDirectory { get; } = Assembly.GetEntryAssembly()!.GetCustomAttributes<AssemblyMetadataAttribute>().Single(x => x.Key == "AppHostDirectory").Value!;

    /// <summary>Said once everything is ready; null says nothing.</summary>
    public List<Func<IReadOnlyList<Resource>, Task<string?>>> Announcements { get; } = [];

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        _resources.Add(resource as Resource ?? throw new ArgumentException($"{resource.Name} is of a kind that the local orchestrator does not know.", nameof(resource)));
        return new ResourceBuilder<T>(resource, this);
    }

    public DistributedApplication Build() => new(new Installation(this.DataDirectory(""), AppHostDirectory, _confirmed, _resources, Announcements, Configuration));

    sealed record ResourceBuilder<T>(T Resource, IDistributedApplicationBuilder ApplicationBuilder) : IResourceBuilder<T> where T : IResource;
}
