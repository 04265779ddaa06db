using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using Npgsql;

namespace Helpdesk.Identity.Tests;

/// <summary>Whoever holds all that another service has: its database, its settings, and the folder of keys that the hosts share.</summary>
public sealed class A_service_that_was_broken_into : IdentityTest
{
    [Fact]
    public async Task F2_yields_no_token_that_anybody_accepts()
    {
        var database = await TestServers.CreateDatabaseAsync();
        await using var broken = await IdentityHost.StartOtherAsync(database);
        await using var other = await IdentityHost.StartOtherAsync();
        (await broken.AskAsync(Ada)).Expect(HttpStatusCode.OK);
        (await other.AskAsync(Ada, "/admin")).Expect(HttpStatusCode.OK);

        var loot = (string[])[.. await RowsAsync(database), .. broken.Settings(), .. IdentityHost.KeyFiles()];
        Assert.Contains(loot, x => x.Contains("\"kty\"", StringComparison.Ordinal));
        Assert.Contains(loot, x => x.Contains("masterKey", StringComparison.Ordinal));
        var forged = Forged(loot, broken.Services).ToList();
        Assert.InRange(forged.Count, 100, 100_000);
        foreach (var token in forged)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await other.AskAsync(Ada.WithToken(token), "/admin")).Status);
            Assert.Equal(HttpStatusCode.Unauthorized, (await Ada.WithToken(token).GetAsync("/api/accounts")).Status);
        }
    }

    [Fact]
    public async Task F2_believes_a_key_that_was_planted_in_it_and_nobody_else_does()
    {
        var (database, planted) = (await TestServers.CreateDatabaseAsync(), new TestIssuer());
        await using var other = await IdentityHost.StartOtherAsync();
        await using (var before = await IdentityHost.StartOtherAsync(database))
            (await before.AskAsync(Ada)).Expect(HttpStatusCode.OK);
        await using (var connection = new NpgsqlConnection(database))
        {
            await connection.OpenAsync(Stop);
            await using var plant = new NpgsqlCommand("update token_keys set jwks = @jwks", connection);
            plant.Parameters.AddWithValue("jwks", planted.Jwks);
            Assert.Equal(1, await plant.ExecuteNonQueryAsync(Stop));
        }

        var token = planted.Issue(Administrator, TimeSpan.FromHours(1), IdentityHost.Clock);
        (await other.AskAsync(Ada.WithToken(token), "/admin")).Expect(HttpStatusCode.Unauthorized);
        (await Ada.WithToken(token).GetAsync("/api/accounts")).Expect(HttpStatusCode.Unauthorized);
        // And it forgets the key as soon as it hears Identity again.
        await using var again = await IdentityHost.StartOtherAsync(database);
        await Eventually.HoldsAsync(async () =>
            (await again.AskAsync(Ada.WithToken(token), "/admin")).Status == HttpStatusCode.Unauthorized);
        (await again.AskAsync(Ada)).Expect(HttpStatusCode.OK);
    }

    Claim[] Administrator =>
        [new(Claims.Subject, $"{Ada.Account}"), new(Claims.Session, $"{Guid.NewGuid()}"), new(Claims.Role, AccountRoles.Admin)];

    /// <summary>Everything that can be made of it: as a password, as a private key, and what the shared keys seal.</summary>
    IEnumerable<string> Forged(IReadOnlyCollection<string> loot, IServiceProvider services)
    {
        using var honest = JsonDocument.Parse(loot.First(x => x.Contains("\"kty\"", StringComparison.Ordinal)));
        var known = honest.RootElement.GetProperty("keys")[0].GetProperty("kid").GetString()!;
        var payload = new TestIssuer().Issue(Administrator, TimeSpan.FromHours(1), IdentityHost.Clock).Split('.')[1];
        foreach (var piece in loot.SelectMany(Pieces).Distinct())
        {
            foreach (var bytes in Decoded(piece).Where(x => x.Length > 0))
            {
                yield return Token("HS256", payload, known, data => HMACSHA256.HashData(bytes, data));
                if (bytes.Length == 32)
                    yield return Token("ES256", payload, known, data => Signed(bytes, data));
            }
        }

        // The old kind of token, and whatever else the shared keys seal.
        var identity = new ClaimsIdentity(Administrator, "BearerToken", Claims.Name, Claims.Role);
        var ticket = new AuthenticationTicket(
            new(identity), new() { ExpiresUtc = IdentityHost.Clock.GetUtcNow().AddHours(1) }, "BearerToken");
        var protection = services.GetRequiredService<IDataProtectionProvider>();
        var protector = protection.CreateProtector("Microsoft.AspNetCore.Authentication.BearerToken", "BearerToken", "BearerToken");
        yield return new TicketDataFormat(protector).Protect(ticket);
        yield return services.GetRequiredService<ValueProtector>().Protect(new DownloadGrant(Ada.Account, Ada.Account));
        foreach (var algorithm in (string[])["none", "None"])
            yield return Token(algorithm, payload, known, _ => []);
    }

    static byte[] Signed(byte[] secret, byte[] data)
    {
        try
        {
            using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret });
            return key.SignData(data, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    static string Token(string algorithm, string payload, string key, Func<byte[], byte[]> sign)
    {
        var fields = new { alg = algorithm, typ = AccessToken.Type, kid = key };
        var header = Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(fields));
        return $"{header}.{payload}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes($"{header}.{payload}")))}";
    }

    /// <summary>The text itself, and each value in it.</summary>
    static IEnumerable<string> Pieces(string text) =>
        text.Split(['"', '<', '>', ',', ':', ';', '=', '{', '}', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Append(text);

    static IEnumerable<byte[]> Decoded(string piece)
    {
        yield return Encoding.UTF8.GetBytes(piece);
        var buffer = new byte[piece.Length];
        var padded = piece.PadRight((piece.Length + 3) / 4 * 4, '=');
        if (Convert.TryFromBase64String(padded.Replace('-', '+').Replace('_', '/'), buffer, out var length))
            yield return buffer[..length];
    }

    static async Task<IReadOnlyList<string>> RowsAsync(string database)
    {
        var rows = new List<string>();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Stop);
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select quote_ident(tablename) from pg_tables where schemaname = 'public'", connection))
        await using (var reader = await list.ExecuteReaderAsync(Stop))
        {
            while (await reader.ReadAsync(Stop))
                tables.Add(reader.GetString(0));
        }

        foreach (var table in tables)
        {
            var columns = $"select x.value from {table} t, jsonb_each_text(to_jsonb(t)) x where x.value is not null";
            await using var values = new NpgsqlCommand(columns, connection);
            await using var reader = await values.ExecuteReaderAsync(Stop);
            while (await reader.ReadAsync(Stop))
                rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
