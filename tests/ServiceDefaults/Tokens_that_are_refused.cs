using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.IdentityModel.Tokens;

namespace Helpdesk.ServiceDefaults.Tests;

/// <summary>Each is as Identity would have issued it, but for one thing.</summary>
public sealed class Tokens_that_are_refused : TokenTest
{
    [Fact]
    public Task F2_are_not_those_of_Identity() => IsAsync(HttpStatusCode.OK, Issue());

    [Fact]
    public Task F2_are_those_of_an_unknown_key() => IsRefusedAsync(new TestIssuer().Issue(Person, Hour, Clock));

    [Fact]
    public Task F2_are_those_of_an_unknown_key_under_the_name_of_a_known_one()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return IsRefusedAsync(Issue(x => x.SigningCredentials = new(Named(new ECDsaSecurityKey(own)), SecurityAlgorithms.EcdsaSha256)));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public async Task F2_are_those_without_a_signature(string algorithm)
    {
        var payload = Issue().Split('.')[1];
        var header = Part(new { alg = algorithm, typ = AccessToken.Type, kid = TestIssuer.Shared.KeyId });
        await IsRefusedAsync($"{header}.{payload}.");
        await IsRefusedAsync($"{header}.{payload}.{Issue().Split('.')[2]}");
    }

    [Fact]
    public async Task F2_are_those_signed_with_the_public_key_as_a_password()
    {
        var open = TestIssuer.Shared.Key.ECDsa;
        var point = open.ExportParameters(false).Q;
        byte[][] forms =
        [
            open.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(open.ExportSubjectPublicKeyInfoPem()),
            Encoding.ASCII.GetBytes(open.ExportSubjectPublicKeyInfoPem() + "\n"), [.. point.X!, .. point.Y!], [4, .. point.X!, .. point.Y!],
            Encoding.ASCII.GetBytes(TestIssuer.Shared.Jwks), point.X!,
        ];
        foreach (var form in forms)
        {
            await IsRefusedAsync(Hashed("HS256", data => HMACSHA256.HashData(form, data)));
            await IsRefusedAsync(Hashed("HS512", data => HMACSHA512.HashData(form, data)));
        }
    }

    [Fact]
    public async Task F2_are_those_of_another_algorithm()
    {
        using var rsa = RSA.Create(2048);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await IsRefusedAsync(Issue(x => x.SigningCredentials = new(Named(new RsaSecurityKey(rsa)), SecurityAlgorithms.RsaSha256)));
        await IsRefusedAsync(Issue(x => x.SigningCredentials = new(Named(new ECDsaSecurityKey(larger)), SecurityAlgorithms.EcdsaSha384)));
        // The right key, but not what was agreed.
        await IsRefusedAsync(Hashed("ES512", data => TestIssuer.Shared.Key.ECDsa.SignData(data, HashAlgorithmName.SHA512)));
        await IsRefusedAsync(Hashed("ES384", data => TestIssuer.Shared.Key.ECDsa.SignData(data, HashAlgorithmName.SHA384)));
    }

    [Fact]
    public async Task F2_are_those_that_bring_their_key_along()
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = own.ExportParameters(false).Q;
        var (x, y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        var headers = new Dictionary<string, object>[]
        {
            new() { ["jwk"] = JsonSerializer.SerializeToElement(new { kty = "EC", crv = "P-256", x, y, kid = "mine" }) },
            new() { ["jku"] = "http://127.0.0.1:1/jwks.json" },
            new() { ["x5u"] = "http://127.0.0.1:1/own.pem" },
        };
        foreach (var header in headers)
            await IsRefusedAsync(Issue(x => (x.SigningCredentials, x.AdditionalHeaderClaims) =
                (new(new ECDsaSecurityKey(own) { KeyId = "mine" }, SecurityAlgorithms.EcdsaSha256), header)));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/jwks.json")]
    [InlineData("../../../dev/null")]
    [InlineData("' or '1'='1")]
    [InlineData("")]
    public async Task F2_are_those_whose_key_name_leads_elsewhere(string name)
    {
        var header = Part(new { alg = "ES256", typ = AccessToken.Type, kid = name });
        await IsRefusedAsync(Signed(header, Issue().Split('.')[1]));
    }

    [Fact]
    public Task F2_are_those_that_name_no_key() =>
        IsRefusedAsync(Signed(Part(new { alg = "ES256", typ = AccessToken.Type }), Issue().Split('.')[1]));

    [Theory]
    [InlineData("somebody-else")]
    [InlineData("HELPDESK-IDENTITY")]
    [InlineData("")]
    [InlineData(null)]
    public Task F2_are_those_of_another_issuer(string? issuer) => IsRefusedAsync(Issue(x => x.Issuer = issuer));

    [Theory]
    [InlineData("another-system")]
    [InlineData("")]
    [InlineData(null)]
    public Task F2_are_those_for_another_audience(string? audience) => IsRefusedAsync(Issue(x => x.Audience = audience));

    [Theory]
    [InlineData("JWT")]
    [InlineData("dpop+jwt")]
    public Task F2_are_those_of_another_kind(string type) => IsRefusedAsync(Issue(x => x.TokenType = type));

    [Theory]
    [InlineData("""["exp"]""")]
    [InlineData("""["b64"]""")]
    [InlineData("[]")]
    [InlineData("\"exp\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public Task F2_are_those_that_call_an_extension_critical(string crit)
    {
        var header = new { alg = "ES256", typ = AccessToken.Type, kid = TestIssuer.Shared.KeyId,
            crit = JsonDocument.Parse(crit).RootElement };
        return IsRefusedAsync(Signed(Part(header), Issue().Split('.')[1]));
    }

    [Fact]
    public async Task F2_are_those_that_were_changed_or_cut()
    {
        var parts = Issue().Split('.');
        var claims = JsonSerializer.Deserialize<Dictionary<string, object>>(Base64UrlEncoder.Decode(parts[1]))!;
        claims[Claims.Role] = AccountRoles.Admin;
        string[] tokens =
        [
            $"{parts[0]}.{Part(claims)}.{parts[2]}", $"{parts[0]}.{parts[1]}.{parts[2][..^4]}",
            $"{parts[0]}.{parts[1]}.", $"{parts[0]}.{parts[1]}", parts[1], "", ".", "..", "....", "a.b.c", "%00.%00.%00",
            $"{parts[0]}.{parts[1]}.{new string('A', 86)}",
        ];
        foreach (var token in tokens)
            await IsRefusedAsync(token);
    }

    [Fact]
    public Task F2_are_those_that_are_too_long() =>
        IsRefusedAsync(Issue(x => x.Claims = new Dictionary<string, object> { ["padding"] = new string('a', AccessToken.MaxLength) }));

    static SecurityKey Named(SecurityKey key)
    {
        key.KeyId = TestIssuer.Shared.KeyId;
        return key;
    }

    /// <summary>With the payload of a good one.</summary>
    string Hashed(string algorithm, Func<byte[], byte[]> sign) =>
        Signed(Part(new { alg = algorithm, typ = AccessToken.Type, kid = TestIssuer.Shared.KeyId }), Issue().Split('.')[1], sign);

    static string Signed(string header, string payload, Func<byte[], byte[]>? sign = null)
    {
        var data = Encoding.ASCII.GetBytes($"{header}.{payload}");
        var signature = sign?.Invoke(data) ?? TestIssuer.Shared.Key.ECDsa.SignData(data, HashAlgorithmName.SHA256);
        return $"{header}.{payload}.{Base64UrlEncoder.Encode(signature)}";
    }

    static string Part(object content) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(content));
}
