using System.Net;
using System.Net.Http.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Assignment.Tests;

public sealed class Who_may_do_what(SharedService shared)
{
    readonly Replica _service = shared.Service;

    static readonly Guid Any = Guid.Parse("7b1f3a52-0000-4000-8000-000000000000");

    public static TheoryData<string, string> OfAdministrators => new()
    {
        { "POST", "/api/areas" },
        { "PUT", $"/api/areas/{Any}" },
        { "DELETE", $"/api/areas/{Any}" },
        { "PUT", $"/api/areas/{Any}/mode" },
        { "PUT", $"/api/areas/{Any}/hours" },
        { "DELETE", $"/api/areas/{Any}/hours" },
        { "POST", "/api/categories" },
        { "DELETE", $"/api/categories/{Any}" },
        { "PUT", $"/api/categories/{Any}" },
        { "PUT", $"/api/agents/{Any}/areas" },
    };

    public static TheoryData<string, string> OfStaff => new()
    {
        { "GET", "/api/areas" },
        { "GET", "/api/agents" },
        { "GET", $"/api/areas/{Any}/receipts" },
        { "GET", $"/api/areas/{Any}/queue" },
        { "GET", $"/api/areas/{Any}/fairness" },
        { "POST", $"/api/areas/{Any}/replay" },
        { "GET", "/api/receipts?ticket=HD-1" },
        { "GET", $"/api/receipts/{Any}" },
        { "GET", $"/api/receipts/{Any}/candidates/{Any}" },
        { "GET", $"/api/areas/{Any}" },
        { "GET", $"/api/agents/{Any}" },
        { "GET", "/api/agents/me" },
    };

    [Theory]
    [MemberData(nameof(OfAdministrators))]
    public async Task F40_only_an_administrator_configures(string method, string path)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(method, path));
        foreach (var role in new[] { AccountRoles.Customer, AccountRoles.Agent, AccountRoles.Dispatcher })
            Assert.Equal(HttpStatusCode.Forbidden, await TryAsync(method, path, role));
        Assert.InRange((int)await TryAsync(method, path, AccountRoles.Admin), 200, 499);
        Assert.NotEqual(HttpStatusCode.Forbidden, await TryAsync(method, path, AccountRoles.Admin));
    }

    public static TheoryData<string, string> OfDispatchers => new()
    {
        { "PUT", $"/api/agents/{Any}/capacity" },
        { "PUT", $"/api/agents/{Any}/availability" },
    };

    [Theory]
    [MemberData(nameof(OfDispatchers))]
    public async Task F40_DI3_only_a_dispatcher_rules_over_others(string method, string path)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(method, path));
        foreach (var role in new[] { AccountRoles.Customer, AccountRoles.Agent })
            Assert.Equal(HttpStatusCode.Forbidden, await TryAsync(method, path, role));
        foreach (var role in new[] { AccountRoles.Dispatcher, AccountRoles.Admin })
            Assert.Equal(HttpStatusCode.NotFound, await TryAsync(method, path, role));
    }

    [Theory]
    [MemberData(nameof(OfStaff))]
    public async Task Only_staff_looks(string method, string path)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(method, path));
        Assert.Equal(HttpStatusCode.Forbidden, await TryAsync(method, path, AccountRoles.Customer));
        foreach (var role in new[] { AccountRoles.Agent, AccountRoles.Dispatcher, AccountRoles.Admin })
            Assert.True(await TryAsync(method, path, role) is HttpStatusCode.OK or HttpStatusCode.NotFound);
    }

    async Task<HttpStatusCode> TryAsync(string method, string path, string? role = null)
    {
        var client = role is null ? _service.CreateClient() : _service.As(role);
        using var request =
            new HttpRequestMessage(
                new HttpMethod(method), path) { Content = method == "GET" ? null
                : JsonContent.Create(
                    new { name = "X", title = "X", areaId = Any, areaIds = Array.Empty<Guid>(), available = false, mode = "Manual",
                        zone = "America/Lima", week = Array.Empty<object>() }) };
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
