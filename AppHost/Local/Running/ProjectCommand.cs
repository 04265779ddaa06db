using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>How a built project is started.</summary>
static class ProjectCommand
{
    public static ServerCommand Of(ProjectResource project, string address)
    {
        // Ours lies in bin/CONFIGURATION/FRAMEWORK; the projects were built beside us with the same.
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = Path.Combine(Path.GetDirectoryName(project.Path)!, "bin", output.Parent!.Name, output.Name, $"Helpdesk.{Path.GetFileNameWithoutExtension(project.Path)}.dll");
        if (!File.Exists(assembly))
            throw new PartFailedException($"{project.Name} is not built; run: dotnet build {project.Path}");

        var environment = project.Environment.ToDictionary(x => x.Key, x => x.Value());
        if (address.Length > 0)
            environment["ASPNETCORE_URLS"] = address;
        environment["OTEL_SERVICE_NAME"] = project.Name;
        environment["Logging__Console__FormatterName"] = "simple";
        environment["Logging__Console__FormatterOptions__SingleLine"] = "true";
        // Many small processes: each arena of the C library holds memory that nobody uses.
        environment.TryAdd("MALLOC_ARENA_MAX", "2");
        return new ServerCommand(DotnetHost(), [assembly, .. project.Arguments], environment, "TERM");
    }

    /// <summary>The host of the very runtime that runs us: three folders above it.</summary>
    static string DotnetHost() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
