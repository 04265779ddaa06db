using Helpdesk.AppHost.Local.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Installs what is missing: says what, and asks on a terminal.</summary>
static class Provisioning
{
    public static async Task EnsureAsync(bool confirmed, CancellationToken cancellationToken)
    {
        var missing = ServerInstaller.Missing();
        if (missing.Count == 0)
            return;

        Screen.Say("helpdesk", $"Missing Debian packages: {string.Join(", ", missing)}");
        if (!confirmed && !Console.IsInputRedirected)
        {
            Console.Write("Install them now? [Y/n] ");
            if (Console.ReadLine()?.Trim().StartsWith('n') == true)
                throw new PartFailedException($"Nothing was installed; run: sudo apt-get install -y {string.Join(' ', missing)}");
        }

        Screen.Say("helpdesk", "Installing them");
        await ServerInstaller.EnsureAsync(cancellationToken);
    }
}
