using System.Runtime.InteropServices;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Resources;

/// <summary>Runs a project's build output: <c>dotnet run</c> would take twice the time and one more process each.</summary>
static class BuiltProject
{
    public static IResourceBuilder<ProjectResource> AddBuiltProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = builder.AddProject<TProject>(name, x => x.ExcludeLaunchProfile = true);
        var path = project.Resource.GetProjectMetadata().ProjectPath;
        var folder = Path.GetDirectoryName(path)!;
        // The AppHost is in bin/CONFIGURATION/FRAMEWORK; the projects were built with the same.
        var output = new DirectoryInfo(Path.GetDirectoryName(typeof(BuiltProject).Assembly.Location)!);
        var file = $"Helpdesk.{Path.GetFileNameWithoutExtension(path)}.dll";
        var assembly = Path.Combine(folder, "bin", output.Parent!.Name, output.Name, file);
        project.WithAnnotation(new ExecutableAnnotation { Command = DotnetHost(), WorkingDirectory = folder }).WithArgs(assembly)
            .WithoutHttpsCertificate()
            .WithEnvironment("Logging__Console__FormatterName", "simple")
            .WithEnvironment("Logging__Console__FormatterOptions__SingleLine", "true")
            // The orchestrator's pipe claims to be a terminal.
            .WithEnvironment("Logging__Console__FormatterOptions__ColorBehavior", "Disabled")
            // Many small processes: each malloc arena holds unused memory.
            .WithEnvironment("MALLOC_ARENA_MAX", "2");
        if (!builder.HasDashboard())
            project.WithEnvironment(x => x.EnvironmentVariables.Remove("OTEL_EXPORTER_OTLP_ENDPOINT"));
        return project;
    }

    /// <summary>Listens on this port, without a proxy; healthy by its own health endpoint.</summary>
    public static IResourceBuilder<ProjectResource> WithAddress(this IResourceBuilder<ProjectResource> project, int port) =>
        project.WithHttpEndpoint(port: port, isProxied: false).WithHttpProbe(port, "/health");

    /// <summary>The dotnet host of the current runtime, three folders above it.</summary>
    static string DotnetHost() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
