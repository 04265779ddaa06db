using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Helpdesk.Gateway.Tests;

public sealed class Over_https : IAsyncLifetime
{
    Upstream _service = null!;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await Upstream.StartAsync();
        _gateway = await TestGateway.StartAsync(null, [("ticketing", [_service.Address])], listen => listen.UseHttps(Certificate()), []);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task SE7_both_versions_of_http_pass_and_the_browser_is_told_to_stay(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/tickets")
        {
            Version = Version.Parse(version), VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var response = await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, Version.Parse(version)), (response.StatusCode, response.Version));
        Assert.StartsWith("max-age=31536000", response.Header("Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.Equal("https", _service.Arrivals.Single().Headers["X-Forwarded-Proto"]);
    }

    static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
    }
}
