using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Forwarding;
using Helpdesk.ServiceDefaults.Protection;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Fixtures;

/// <summary>One process of a service, as its Program builds it.</summary>
public abstract class ServiceReplica<TProgram,
    TContext>(ServiceInstallation<TContext> installation, params (string Key, string Value)[] settings)
    : WebApplicationFactory<TProgram>, IReplica
    where TProgram : class
    where TContext : DbContext
{
    protected ServiceInstallation<TContext> Installation => installation;

    public TestClock Clock => installation.Clock;
    public ValueProtector Protector => Services.GetRequiredService<ValueProtector>();
    public WarningLog Log { get; } = new();

    /// <summary>The 5xx that a test expects; any other fails it.</summary>
    public ISet<HttpStatusCode> ExpectedServerErrors { get; } = new HashSet<HttpStatusCode>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in installation.Settings.Concat(settings))
            builder.UseSetting(key, value);
        builder.ConfigureLogging(x => x.ClearProviders().AddProvider(Log));
        builder.ConfigureServices(x => x.AddSingleton<TimeProvider>(installation.Clock));
    }

    public virtual Task ReadyAsync() => Services.GetRequiredService<IBusControl>()
        .WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(2));

    /// <summary>Publishes an event through the broker; returns its message id.</summary>
    public async Task<Guid> PublishAsync<T>(T message, Guid? id = null) where T : class
    {
        var messageId = id ?? Guid.CreateVersion7();
        await Services.GetRequiredService<IBus>().Publish(message, x => x.MessageId = messageId);
        return messageId;
    }

    public TContext Open() => installation.Open();

    public async Task<T> ReadAsync<T>(Func<TContext, Task<T>> read)
    {
        await using var db = Open();
        return await read(db);
    }

    /// <summary>An anonymous client.</summary>
    public new HttpClient CreateClient() => CreateDefaultClient(new ServerErrorGuard(Log, ExpectedServerErrors));

    /// <summary>The gateway's headers for a client at this address.</summary>
    public (string Name, string Value)[] From(string address) =>
        [("X-Forwarded-For", address), (ForwardingKey.Header, Services.GetRequiredService<ForwardingKey>().Current())];

    /// <summary>A client with these roles.</summary>
    public HttpClient As(params string[] roles) => As(Guid.CreateVersion7(), "Diana Vera", "diana@example.org", roles);

    public HttpClient As(Guid account, string name, string email, params IEnumerable<string> roles)
    {
        Claim[] claims =
        [
            new(Claims.Subject, account.ToString()),
            new(Claims.Name, name),
            new(Claims.Email, email),
            new(Claims.AuthenticationTime, Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            .. roles.Select(x => new Claim(Claims.Role, x)),
        ];
        var client = CreateClient();
        // Longer than any test advances its clock.
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer", TestIssuer.Shared.Issue(claims, TimeSpan.FromDays(30), Clock));
        return client;
    }
}
