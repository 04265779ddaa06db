using System.Text.Json;
using Aspire.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>Writes the state of the resources to a file, for tools and tests.</summary>
sealed class ResourcesFile(ResourceTable resources, string path)
{
    readonly Lock _gate = new();

    public void Write()
    {
        lock (_gate)
        {
            var temporary = path + ".new";
            var list = resources.All.OrderBy(x => x.Name, StringComparer.Ordinal)
                .Select(x => new { x.Name, x.Address, x.State, x.ProcessId });
            File.WriteAllText(temporary, JsonSerializer.Serialize(list));
            File.Move(temporary, path, overwrite: true);
        }
    }

    public void Delete()
    {
        lock (_gate)
            File.Delete(path);
    }
}
