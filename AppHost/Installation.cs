using Aspire.Hosting;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.AppHost;

/// <summary>What is settled before there is a model: whose data these are, how servers run, and that their programs are here.</summary>
static class Installation
{
    /// <summary>The model to be filled; null when it cannot be, which was said in one sentence.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="withServers">Whether the model will have a database server and a broker.</param>
    /// <param name="withMailbox">Whether it will have a mail box.</param>
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

    /// <summary>A folder of the installation's data.</summary>
    public static string DataDirectory(this IDistributedApplicationBuilder builder, string folder) =>
        Path.GetFullPath(Path.Combine(builder.AppHostDirectory, builder.Configuration["Helpdesk:Data"] ?? "../.helpdesk", folder));

    /// <summary>Whether its message says in one sentence what is wrong here, and what to do.</summary>
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
