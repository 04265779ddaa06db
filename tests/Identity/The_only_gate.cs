using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Identity.Tests;

public sealed class The_only_gate : IdentityTest
{
    static readonly string[] Open =
    [
        "CompleteSetup", "RequestPasswordReset", "CompleteTwoFactorSignIn", "LookUpLink", "AcceptLink", "RefreshSession", "Register",
        "GetPublicSettings", "GetSetup", "SignIn",
    ];

    [Fact]
    public void SE10_is_the_sign_in_and_what_is_open_besides_it_is_known_by_name()
    {
        var endpoints = IdentityHost.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal));
        var open = endpoints.Where(x => x.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(x => x.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName);
        Assert.Equal(Open.Order(StringComparer.Ordinal), open.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task F37_there_is_no_account_that_nobody_made()
    {
        var fresh = await TakeAnotherAsync();
        Assert.False(await fresh.ReadAsync(db => db.Users.AnyAsync()));
        foreach (var (email, password) in new[]
        {
            ("admin", "admin123"),
            ("ing_x", "ing_x123"),
            ("admin@miempresa.com", "admin123"),
            ("admin@example.org", "testpass123"),
        })
            (await fresh.Anonymous().PostAsync("/api/sessions", new { email, password }))
                .Refused(HttpStatusCode.Unauthorized, "sign-in-refused");
    }

    [Fact]
    public async Task F29_the_first_administrator_is_one_and_no_customer()
    {
        var me = (await Ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK);
        Assert.Equal([AccountRoles.Admin], me.Strings("roles"));
    }

    [Fact]
    public async Task F5_no_account_is_ever_deleted()
    {
        var bruno = await Ada.CreateAsync("Bruno", AccountRoles.Agent);
        foreach (var id in (Guid[])[Ada.Account, bruno.Id])
            (await Ada.DeleteAsync($"/api/accounts/{id}")).Expect(HttpStatusCode.MethodNotAllowed);
        Assert.Equal(2, await IdentityHost.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task SE2_one_person_holds_several_roles_and_may_what_each_of_them_may()
    {
        var bea = await IdentityHost.MemberAsync(Ada, "Bea", AccountRoles.Admin, AccountRoles.Agent, AccountRoles.Customer);
        Assert.Equal([AccountRoles.Admin, AccountRoles.Agent, AccountRoles.Customer],
            (await bea.GetAsync("/api/accounts/me")).Strings("roles"));
        (await bea.GetAsync("/api/accounts")).Expect(HttpStatusCode.OK);
    }
}
