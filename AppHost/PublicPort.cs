using System.Globalization;
using Aspire.Hosting;
using Helpdesk.AppHost.Running;
using Helpdesk.AppHost.Servers;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.AppHost;

/// <summary>The gateway's port: the one that is set, or the default one, or a free one if that is taken.</summary>
static class PublicPortExtensions
{
    const string Key = "Gateway:Port", UsualKey = "Helpdesk:UsualPort", Chosen = "Helpdesk:ChosenPort";
    const int Usual = 8080;

    /// <exception cref="InvalidOperationException">The port was set explicitly, and is taken.</exception>
    public static void ChoosePublicPort(this IDistributedApplicationBuilder builder)
    {
        var wanted = builder.Configuration.GetValue(Key, builder.Configuration.GetValue(UsualKey, Usual));
        builder.Configuration[Chosen] = Choose(wanted, builder.Configuration[Key] is not null).ToString(CultureInfo.InvariantCulture);
    }

    public static int PublicPort(this IDistributedApplicationBuilder builder) => builder.Configuration.GetValue<int>(Chosen);

    static int Choose(int wanted, bool byName)
    {
        if (wanted == 0)
            return Ports.Free();
        using var free = Ports.TryReserveWanted(wanted);
        if (free is not null)
            return wanted;
        if (byName)
            throw new InvalidOperationException($"Port {wanted}, which was asked for the gateway, is taken by another program.");
        var other = Ports.Free();
        var message = string.Create(CultureInfo.InvariantCulture, $"port {wanted} is taken by another program; using {other}");
        ConsoleOutput.WriteLine("gateway", message);
        return other;
    }
}
