using Aspire.Hosting.ApplicationModel;
using Helpdesk.AppHost.Servers;

namespace Helpdesk.AppHost.Local.Running;

/// <summary>Installs what is missing: says what, and asks on a terminal.</summary>
static class Provisioning
{
    public static async Task EnsureAsync(Installation installation, CancellationToken cancellationToken)
    {
        var programs = installation.Resources.SelectMany(Programs).Distinct().ToList();
        var missing = ServerInstaller.Missing(programs);
        if (missing.Count == 0)
            return;

        Screen.Say("helpdesk", $"Missing Debian packages: {string.Join(", ", missing)}");
        if (!installation.Confirmed && !Console.IsInputRedirected)
        {
            Console.Write("Install them now? [Y/n] ");
            if (Console.ReadLine()?.Trim().StartsWith("n", StringComparison.OrdinalIgnoreCase) == true)
                throw new PartFailedException($"Nothing was installed: {ServerInstaller.Advice(missing)}");
        }

        Screen.Say("helpdesk", "Installing them");
        await ServerInstaller.EnsureAsync(programs, cancellationToken);
    }

    static string[] Programs(Resource resource) => resource switch
    {
        PostgresServerResource => ["postgres"],
        RabbitMQServerResource => ["rabbitmq-server"],
        MailboxResource => ["node", "npm"],
        _ => [],
    };
}
