using System.Diagnostics;
using Helpdesk.AppHost.Servers;
using Helpdesk.WholeSystem.Running;

[assembly: AssemblyFixture(typeof(Helpdesk.WholeSystem.SharedSystem))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Helpdesk.WholeSystem;

/// <summary>
/// One Helpdesk for all tests. The sample script runs first, for it needs an installation that is not set up yet.
/// </summary>
public sealed class SharedSystem : IAsyncLifetime
{
    public RunningHelpdesk Helpdesk { get; private set; } = null!;

    /// <summary>The dashboard's address.</summary>
    public Uri Dashboard { get; } = new($"http://localhost:{Ports.Free()}");

    /// <summary>The key to the dashboard's API.</summary>
    public static string DashboardKey { get; } = Guid.NewGuid().ToString("N");

    public (int Code, string Output) Life { get; private set; }

    /// <summary>Warnings and errors until the script ended, while nothing was broken on purpose.</summary>
    public IReadOnlyList<string> Complaints { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Helpdesk = await RunningHelpdesk.StartAsync(TimeSpan.FromMinutes(5), [.. Settings.ForTests,
            "--Helpdesk:Dashboard=true", $"--Helpdesk:DashboardApiKey={DashboardKey}", $"--ASPNETCORE_URLS={Dashboard}"]);
        Life = await LiveAsync();
        Complaints = [.. Helpdesk.Complaints];
    }

    public ValueTask DisposeAsync() => Helpdesk?.DisposeAsync() ?? ValueTask.CompletedTask;

    async Task<(int, string)> LiveAsync()
    {
        var start = new ProcessStartInfo("bash",
            [Path.Combine(RunningHelpdesk.Repository, "samples", "a-tickets-life.sh"), Helpdesk.Gateway.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["SETUP_CODE"] = Helpdesk.SetupCode,
                ["MAILBOX_URL"] = Helpdesk.Mailbox.ToString().TrimEnd('/'),
                ["ADMIN_EMAIL"] = Installation.AdminEmail,
                ["ADMIN_PASSWORD"] = Installation.AdminPassword,
            },
        };
        using var script = Process.Start(start)!;
        var output = Task.WhenAll(script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        await script.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!script.HasExited)
            script.Kill(entireProcessTree: true);
        await script.WaitForExitAsync();
        return (script.ExitCode, string.Concat(await output));
    }
}
