using System.Globalization;
using System.Net;
using System.Security.Claims;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>A host that believes the tests' issuer, and somebody of the staff whose tokens it is shown.</summary>
public abstract class TokenTest : IAsyncLifetime
{
    protected static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private protected StoppedClock Clock { get; } = new();
    private protected TestHost Host { get; private set; } = null!;
    protected Guid Account { get; } = Guid.CreateVersion7();
    protected Guid Session { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(TestHost.MapStaff, Clock);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected IEnumerable<Claim> Person =>
    [
        new(Claims.Subject, $"{Account}"), new(Claims.Session, $"{Session}"), new(Claims.Role, AccountRoles.Agent),
        new(Claims.AuthenticationTime, Clock.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ];

    protected string Issue(Action<SecurityTokenDescriptor>? change = null) => TestIssuer.Shared.Issue(Person, Hour, Clock, change);

    protected async Task IsRefusedAsync(string token)
    {
        await IsAsync(HttpStatusCode.Unauthorized, token);
        // Whatever it was, a good one is as good as before.
        await IsAsync(HttpStatusCode.OK, Issue());
    }

    protected async Task IsAsync(HttpStatusCode status, string token) => Assert.Equal(status, await Host.AskAsync(token));
}
