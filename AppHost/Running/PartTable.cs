using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Running;

/// <summary>What the model starts: parts, which are kept running, and steps, which run once to their end.</summary>
sealed class PartTable
{
    const string Dashboard = "aspire-dashboard";

    readonly DistributedApplicationModel _model;
    readonly Dictionary<string, Part> _parts;

    public PartTable(DistributedApplicationModel model)
    {
        _model = model;
        _parts = model.Resources.Where(x => IsStarted(x) && !IsStep(x)).ToDictionary(x => x.Name, x => new Part(x, Level(x)));
    }

    public IReadOnlyCollection<Part> All => _parts.Values;

    public Part? Find(IResource resource) => _parts.GetValueOrDefault(resource.Name);

    /// <summary>A part that somebody waits to end.</summary>
    public bool IsStep(IResource resource) => IsStarted(resource) && _model.Resources.SelectMany(Waits)
        .Any(x => x.Resource == resource && x.WaitType == WaitType.WaitForCompletion);

    /// <summary>What Aspire offers to be started by hand, as a rebuild of each project, is none of ours.</summary>
    static bool IsStarted(IResource resource) =>
        resource is ProjectResource or ExecutableResource or ContainerResource && resource.Name != Dashboard
        && !resource.Annotations.OfType<ExplicitStartupAnnotation>().Any();

    static IEnumerable<WaitAnnotation> Waits(IResource resource) => resource.Annotations.OfType<WaitAnnotation>();

    /// <summary>Our hosts are above all servers, for they may need also those that they do not wait for.</summary>
    int Level(IResource resource)
    {
        const int hosts = 100;
        var isHost = resource is ProjectResource;
        var alike = Waits(resource).Select(x => x.Resource).Where(x => x is ProjectResource == isHost && IsStarted(x) && !IsStep(x));
        return (isHost ? hosts : 0) + alike.Select(x => 1 + Level(x) % hosts).DefaultIfEmpty().Max();
    }
}
