using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_revoked_token
{
    [Fact]
    public async Task F22_is_refused_as_soon_as_the_service_hears_of_it()
    {
        var (installation, service) = await Installation.RunningAsync();
        await using var _ = installation;
        await RevokedToken.IsRefusedAsync(service, "/api/tickets", AccountRoles.Agent);
    }
}
