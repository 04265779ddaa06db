using System.Runtime.InteropServices;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Helpdesk.AppHost.Resources;

/// <summary>A project as the build left it: with <c>dotnet run</c> around it, each would take twice the time and another process.</summary>
static class BuiltProject
{
    public static IResourceBuilder<ProjectResource> AddBuiltProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var project = builder.AddProject<TProject>(name, x => x.ExcludeLaunchProfile = true);
        var path = project.Resource.GetProjectMetadata().ProjectPath;
        var folder = Path.GetDirectoryName(path)!;
        // The AppHost lies in bin/CONFIGURATION/FRAMEWORK; what it starts was built beside it with the same.
        var output = new DirectoryInfo(Path.GetDirectoryName(typeof(BuiltProject).Assembly.Location)!);
        var file = $"Helpdesk.{Path.GetFileNameWithoutExtension(path)}.dll";
        var assembly = Path.Combine(folder, "bin", output.Parent!.Name, output.Name, file);
        project.WithAnnotation(new ExecutableAnnotation { Command = DotnetHost(), WorkingDirectory = folder }).WithArgs(assembly)
            .WithoutHttpsCertificate()
            .WithEnvironment("Logging__Console__FormatterName", "simple")
            .WithEnvironment("Logging__Console__FormatterOptions__SingleLine", "true")
            // The orchestrator says that its pipe is a terminal.
            .WithEnvironment("Logging__Console__FormatterOptions__ColorBehavior", "Disabled")
            // Many small processes: each arena of the C library holds memory that nobody uses.
            .WithEnvironment("MALLOC_ARENA_MAX", "2");
        if (!builder.HasDashboard())
            project.WithEnvironment(x => x.EnvironmentVariables.Remove("OTEL_EXPORTER_OTLP_ENDPOINT"));
        return project;
    }

    /// <summary>WithListener there, without a proxy before it; healthy when it says so itself.</summary>
    public static IResourceBuilder<ProjectResource> WithAddress(this IResourceBuilder<ProjectResource> project, int port) =>
        project.WithHttpEndpoint(port: port, isProxied: false).WithHttpProbe(port, "/health");

    /// <summary>The host of the very runtime that runs us: three folders above it.</summary>
    static string DotnetHost() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
