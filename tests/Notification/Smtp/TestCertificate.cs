using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Helpdesk.Notification.Tests.Smtp;

/// <summary>The mail server's certificate: nobody trusts it who was not told to.</summary>
static class TestCertificate
{
    public static X509Certificate2 Own { get; } = Create();

    public static RemoteCertificateValidationCallback Trusted { get; } =
        (_, certificate, _, _) => certificate?.GetCertHashString() == Own.GetCertHashString();

    static X509Certificate2 Create()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
