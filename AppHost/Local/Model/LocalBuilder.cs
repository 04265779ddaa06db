using System.Runtime.CompilerServices;
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

    public string AppHostDirectory { get; } = FindAppHostDirectory();

    /// <summary>Said once everything is ready; null says nothing.</summary>
    public List<Func<IReadOnlyList<Resource>, Task<string?>>> Announcements { get; } = [];

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        _resources.Add(resource as Resource ?? throw new ArgumentException($"{resource.Name} is of a kind that the local orchestrator does not know.", nameof(resource)));
        return new ResourceBuilder<T>(resource, this);
    }

    public DistributedApplication Build() => new(new Installation(this.DataDirectory(""), AppHostDirectory, _confirmed, _resources, Announcements, Configuration));

    /// <summary>Where this very file lies at build time, two levels up: the same folder that Aspire takes from the project.</summary>
    static string FindAppHostDirectory([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    sealed record ResourceBuilder<T>(T Resource, IDistributedApplicationBuilder ApplicationBuilder) : IResourceBuilder<T> where T : IResource;
}
