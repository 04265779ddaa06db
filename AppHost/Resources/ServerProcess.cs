using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.AppHost.Resources;

/// <summary>A server that is a process of this machine.</summary>
static class ServerProcess
{
    /// <summary>Says how it is started and what must be done before.</summary>
    public static IResourceBuilder<T> WithServerCommand<T>(this IResourceBuilder<T> process, ServerCommand command,
        Func<CancellationToken, Task>? prepare = null) where T : ExecutableResource
    {
        // One that an earlier start left is waited for: it may be on its way out still, and two of them would ruin the data.
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

    /// <summary>WithListener on this very port, without a proxy before it.</summary>
    public static IResourceBuilder<T> WithListener<T>(this IResourceBuilder<T> server, int port, string name = "tcp", string scheme = "tcp")
        where T : IResourceWithEndpoints => server.WithEndpoint(port: port, scheme: scheme, name: name, isProxied: false);
}
