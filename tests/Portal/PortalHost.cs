using Helpdesk.Portal.Tests;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(PortalHost))]

namespace Helpdesk.Portal.Tests;

/// <summary>
/// The Portal as its Program builds it, before services that say what a test wants. There is no broker: pages come without one.
/// </summary>
public sealed class PortalHost : WebApplicationFactory<Program>, IAsyncLifetime
{
    readonly string _keys = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    readonly StubbedServices _behind = new();

    /// <summary>Protects and opens as every host of the installation does.</summary>
    public ValueProtector Protector => Services.GetRequiredService<ValueProtector>();

    public async ValueTask InitializeAsync()
    {
        await _behind.StartAsync();
        // Here, for of two tests that begin at once each would start one, and what is told to the one is not heard in the other.
        StartServer();
    }

    /// <summary>A browser that nobody used before.</summary>
    internal Browser Open(string address = "http://portal.example")
    {
        var stub = _behind.NewStub();
        var http = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri(address) });
        http.DefaultRequestHeaders.UserAgent.ParseAdd(stub.Name);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        return new(http, stub);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _behind.DisposeAsync();
        Directory.Delete(_keys, true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("DataProtection:Keys", _keys);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://nobody:nothing@127.0.0.1:1");
        foreach (var service in new[] { "identity", "assignment", "ticketing", "notification", "attachment", "captcha" })
            builder.UseSetting($"services:{service}:http:0", _behind.Address.ToString());
        builder.ConfigureLogging(x => x.ClearProviders());
    }
}
