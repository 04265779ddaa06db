using Aspire.Hosting;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.AppHost;

/// <summary>What is decided before there is a model: the data folder, how servers run, and that their programs are installed.</summary>
static class Installation
{
    /// <summary>A builder for the model; null after a failure, which was explained in one sentence.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="withServers">Whether the model will have a database server and a broker.</param>
    /// <param name="withMailbox">Whether it will have a mailbox.</param>
    public static async Task<IDistributedApplicationBuilder?> OpenAsync(string[] args, bool withServers = true, bool withMailbox = true)
    {
        try
        {
            var confirmed = args.Contains("--yes") || Environment.GetEnvironmentVariable("CI") == "true";
            var builder = AspireSettings.CreateBuilder([.. args.Where(x => x != "--yes")]);
            Directory.CreateDirectory(builder.DataDirectory(""));
            builder.Services.AddSingleton<IDisposable>(Lock(builder.DataDirectory("")));
            if (withServers)
                await builder.ChooseServersAsync();
            var asProcesses = withServers && builder.ServerKind() == ServerKind.Processes;
            var programs = (asProcesses ? ServerInstaller.Servers : []).Concat(withMailbox ? MailboxServer.Programs : []);
            await Provisioning.EnsureAsync([.. programs], confirmed);
            if (withServers)
                builder.RememberServers();
            return builder;
        }
        catch (Exception exception) when (IsUserError(exception))
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return null;
        }
    }

    /// <summary>A folder for the installation's data.</summary>
    public static string DataDirectory(this IDistributedApplicationBuilder builder, string folder) =>
        Path.GetFullPath(Path.Combine(builder.AppHostDirectory, builder.Configuration["Helpdesk:Data"] ?? "../.helpdesk", folder));

    /// <summary>Whether the message says in one sentence what is wrong and what to do.</summary>
    public static bool IsUserError(Exception exception) =>
        exception is MissingServerException or InvalidOperationException or IOException or UnauthorizedAccessException;

    static FileStream Lock(string data)
    {
        try
        {
            return new FileStream(Path.Combine(data, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidOperationException(
                $"Another AppHost runs on {data} already. Stop it first, or give this one data of its own: --Helpdesk:Data=DIRECTORY");
        }
    }
}
