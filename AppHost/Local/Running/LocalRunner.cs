using System.Runtime.InteropServices;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Starts an installation, keeps it running until it is told to stop, and stops it in order.</summary>
static class LocalRunner
{
    /// <summary>The exit code: 0 when it ran until it was told to stop, 1 when it could not start.</summary>
    public static async Task<int> RunAsync(Installation installation)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Ask);
        void Ask(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }

        try
        {
            Directory.CreateDirectory(installation.Data);
            using var only = LockInstallation(installation);
            await Provisioning.EnsureAsync(installation, stop.Token);
            var ledger = new Ledger(installation.Folder("parts.json"));
            await ledger.CleanUpAsync();
            using var spawner = new Spawner();
            using var factory = new PartFactory(installation, spawner, ledger);
            await RunAsync(new StartOrder(installation, factory, new PortPlan(installation)), ledger, stop.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception exception) when (exception is PartFailedException or MissingServerException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }

    static async Task RunAsync(StartOrder order, Ledger ledger, CancellationToken stop)
    {
        try
        {
            await order.StartAsync(stop);
            Screen.Table(ledger.Entries);
            foreach (var text in await order.AnnouncementsAsync())
                Screen.Announce(text);
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        finally
        {
            Screen.Say("helpdesk", "stopping");
            await order.StopAsync();
            ledger.Clear();
        }
    }

    static FileStream LockInstallation(Installation installation)
    {
        try
        {
            return new FileStream(installation.Folder("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new PartFailedException($"Another AppHost runs on {installation.Data} already. Stop it first, or give this one data of its own: --Helpdesk:Data=DIRECTORY");
        }
    }
}
