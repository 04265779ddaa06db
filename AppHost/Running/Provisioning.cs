using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Running;

/// <summary>Installs missing programs, after asking on a terminal.</summary>
static class Provisioning
{
    public static async Task EnsureAsync(IReadOnlyList<string> programs, bool confirmed)
    {
        var missing = ServerInstaller.Missing(programs);
        if (missing.Count == 0)
            return;

        ConsoleOutput.WriteLine("helpdesk", $"Missing Debian packages: {string.Join(", ", missing)}");
        if (!confirmed && !Console.IsInputRedirected)
        {
            Console.Write("Install them now? [Y/n] ");
            if (Console.ReadLine()?.Trim().StartsWith("n", StringComparison.OrdinalIgnoreCase) == true)
                throw new MissingServerException($"Nothing was installed: {ServerInstaller.Advice(missing)}");
        }

        ConsoleOutput.WriteLine("helpdesk", "Installing them");
        await ServerInstaller.EnsureAsync(programs);
    }
}
