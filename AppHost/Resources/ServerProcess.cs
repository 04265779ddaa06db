using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.AppHost.Resources;

/// <summary>A server as a local process.</summary>
static class ServerProcess
{
    /// <summary>Sets the command, and what must be done before it starts.</summary>
    public static IResourceBuilder<T> WithServerCommand<T>(this IResourceBuilder<T> process, ServerCommand command,
        Func<CancellationToken, Task>? prepare = null) where T : ExecutableResource
    {
        // Waits for a server of an earlier run, which may still be stopping: two of them would corrupt the data.
        var file = process.ApplicationBuilder.DataDirectory($"{process.Resource.Name}.lock");
        string[] line = [Binaries.Find("flock") ?? "flock", "--no-fork", file, .. command.Line()];
        process.WithCommand(line[0]).WithArgs([.. line.Skip(1)]).WithAnnotation(new StopSignalAnnotation(command.StopSignal));
        foreach (var (name, value) in command.Environment)
            process.WithEnvironment(name, value);
        return prepare is null ? process : process.OnBeforeResourceStarted(async (resource, e, token) =>
        {
            try
            {
                await prepare(token);
            }
            catch (Exception exception) when (Installation.IsUserError(exception))
            {
                e.Services.GetRequiredService<Shutdown>().Fail(exception.Message);
                throw;
            }
        });
    }

    /// <summary>Listens on exactly this port, without a proxy.</summary>
    public static IResourceBuilder<T> WithListener<T>(this IResourceBuilder<T> server, int port, string name = "tcp", string scheme = "tcp")
        where T : IResourceWithEndpoints => server.WithEndpoint(port: port, scheme: scheme, name: name, isProxied: false);
}
