extern alias gateway;

using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using gateway::Helpdesk.Gateway;
using Helpdesk.ServiceDefaults;
using Helpdesk.ServiceDefaults.Forwarding;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Portal.Tests;

/// <summary>The Portal and the gateway before it, each on a port of its own, with the keys of one installation.</summary>
sealed class PortalBehindGateway : WebApplicationFactory<Program>
{
    readonly string _keys = Directory.CreateTempSubdirectory("helpdesk-keys-").FullName;
    readonly StubbedServices _behind = new();
    readonly bool _tls;
    readonly (string Key, string Value)[] _settings;
    WebApplication _gateway = null!;

    PortalBehindGateway(bool tls, (string Key, string Value)[] settings)
    {
        (_tls, _settings) = (tls, settings);
        UseKestrel();
    }

    /// <summary>Where browsers come.</summary>
    public Uri Gateway { get; private set; } = null!;

    /// <summary>Where nobody should.</summary>
    public Uri Portal { get; private set; } = null!;

    /// <param name="settings">The gateway's.</param>
    public static Task<PortalBehindGateway> StartAsync(bool tls, params string[] settings) => StartAsync(tls, [], settings);

    public static async Task<PortalBehindGateway> StartAsync(bool tls, (string Key, string Value)[] portal, params string[] settings)
    {
        var both = new PortalBehindGateway(tls, portal);
        await both._behind.StartAsync();
        both.StartServer();
        both.Portal = new Uri(both.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.Single());
        string[] arguments =
        [
            $"--DataProtection:Keys={both._keys}", $"--TokenKeys:Folder={Path.Combine(both._keys, "token-keys")}",
            $"--services:portal:http:0={both.Portal}", .. settings,
        ];
        var builder = WebApplication.CreateBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(x => x.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (both._tls)
                listen.UseHttps(Certificate());
        }));
        both._gateway = builder.AddServiceDefaults("gateway").AddGateway().Build().UseGateway();
        await both._gateway.StartAsync();
        both.Gateway = new Uri(both._gateway.Urls.Single());
        return both;
    }

    /// <summary>Whether a host of the installation believes who sends this.</summary>
    public bool IsBelieved(string key) => _gateway.Services.GetRequiredService<ForwardingKey>().Accepts(key);

    /// <summary>A browser that nobody used before.</summary>
    public Browser Open(Uri? address = null, params (string Name, string Value)[] headers)
    {
        var stub = _behind.NewStub();
        // A certificate made for the test is known to nobody.
        var http = new HttpClient(new HttpClientHandler
        {
            AllowAutoRedirect = false,
            ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator,
        })
        {
            BaseAddress = address ?? Gateway,
        };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(stub.Name);
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        foreach (var (name, value) in headers)
            http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return new(http, stub);
    }

    public override async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await base.DisposeAsync();
        await _behind.DisposeAsync();
        Directory.Delete(_keys, true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Not by UseKestrel(0): it sets the port after the program may have started its server.
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("DataProtection:Keys", _keys);
        builder.UseSetting("ConnectionStrings:rabbitmq", "amqp://nobody:nothing@127.0.0.1:1");
        foreach (var service in new[] { "identity", "assignment", "ticketing", "notification", "attachment", "captcha" })
            builder.UseSetting($"services:{service}:http:0", _behind.Address.ToString());
        foreach (var (key, value) in _settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(x => x.ClearProviders());
    }

    static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
    }
}
