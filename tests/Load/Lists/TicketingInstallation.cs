extern alias ticketing;

using Helpdesk.Fixtures;
using Microsoft.AspNetCore.Hosting;
using ticketing::Helpdesk.Ticketing;

namespace Helpdesk.Load.Lists;

/// <summary>Ticketing on a database of its own, which is filled before the service starts.</summary>
sealed class TicketingInstallation() : ServiceInstallation<TicketingDbContext>("ticketing")
{
    public override IEnumerable<(string Key, string Value)> Settings => [.. base.Settings, ("Links:Portal", "https://help.example.org")];
}

/// <summary>One replica of it.</summary>
sealed class TicketingReplica(TicketingInstallation installation) : ServiceReplica<ticketing::Program, TicketingDbContext>(installation)
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        // This program is no test project, which would bring the folder along.
        builder.UseContentRoot(AppContext.BaseDirectory);
    }
}
