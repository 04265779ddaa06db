using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class A_revoked_token(SharedService shared)
{
    [Fact]
    public Task F22_is_refused_as_soon_as_the_service_hears_of_it() =>
        RevokedToken.IsRefusedAsync(shared.Service, "/api/areas", AccountRoles.Agent);
}
