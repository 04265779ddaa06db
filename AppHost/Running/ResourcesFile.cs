using System.Text.Json;
using Aspire.Hosting;

namespace Helpdesk.AppHost.Running;

/// <summary>The resources of this installation on disk: for tools that look in.</summary>
sealed class ResourcesFile(ResourceTable resources, string path)
{
    readonly Lock _gate = new();

    public void Write()
    {
        lock (_gate)
        {
            var temporary = path + ".new";
            var list = resources.All.OrderBy(x => x.Name, StringComparer.Ordinal).Select(x => new { x.Name, x.Address, x.State, x.ProcessId });
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
