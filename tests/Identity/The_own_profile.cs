using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;

namespace Helpdesk.Identity.Tests;

public sealed class The_own_profile : IdentityTest
{
    [Fact]
    public async Task AG9_is_changed_by_its_owner_and_others_hear_of_it()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent, AccountRoles.Dispatcher);
        var changed = (await Change(
            bruno,
            new
            {
                name = "Bruno Díaz",
                language = "en",
                timeZone = "America/Lima",
                phone = "+51 1 555 0101",
                specialty = "Redes y Servidores",
                version = 1,
            })).Expect(HttpStatusCode.OK);
        Assert.Equal(
            ("Bruno Díaz", "en", "America/Lima", "+51 1 555 0101", "Redes y Servidores"),
            (changed["name"], changed["language"], changed["timeZone"], changed["phone"], changed["specialty"]));
        var heard = (await IdentityHost.AccountChangesAsync(bruno.Account, 2))[1];
        Assert.Equal(("Bruno Díaz", "en"), (heard.Name, heard.Language));

        (await Change(bruno, new { name = "Late", language = "en", version = 1 })).Refused(HttpStatusCode.Conflict, "changed-meanwhile");
        Assert.Equal(
            2,
            (await Change(
                bruno,
                new
                {
                    name = "Bruno Díaz",
                    language = "en",
                    timeZone = "America/Lima",
                    phone = "+51 1 555 0101",
                    specialty = "Redes y Servidores",
                    version = 2,
                })).Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task F40_gives_no_role_and_lifts_no_duty()
    {
        var bruno = await IdentityHost.MemberAsync(Ada, "Bruno", AccountRoles.Agent);
        var changed = (await Change(
            bruno,
            new
            {
                name = "Bruno",
                language = "es",
                version = 1,
                roles = new[] { "Admin" },
                email = "x@example.org",
                emailConfirmed = true,
                suspended = false,
            })).Expect(HttpStatusCode.OK);
        Assert.Equal([AccountRoles.Agent], changed.Strings("roles"));
        Assert.Equal(("Bruno@example.org", false), (changed["email"], changed.Flag("emailConfirmed")));
    }

    [Theory]
    [InlineData("name", "\"\"")]
    [InlineData("name", "\"a\\u0000b\"")]
    [InlineData("language", "\"fr\"")]
    [InlineData("timeZone", "\"Mars/Olympus\"")]
    [InlineData("timeZone", "\"../../etc/passwd\"")]
    [InlineData("phone", "\"012345678901234567890\"")]
    [InlineData("phone", "\"1\\n2\"")]
    public async Task AG11_a_wrong_field_is_named(string field, string value)
    {
        var fields = new Dictionary<string, string> { ["name"] = "\"Ada\"", ["language"] = "\"es\"", ["version"] = "1", [field] = value };
        (await Ada.PutAsync("/api/accounts/me", $"{{{string.Join(',', fields.Select(x => $"\"{x.Key}\":{x.Value}"))}}}")).Invalid(field);
    }

    [Theory]
    [InlineData(100, HttpStatusCode.OK)]
    [InlineData(101, HttpStatusCode.BadRequest)]
    public async Task AG11_a_specialty_has_100_characters(int length, HttpStatusCode expected) =>
        (await Change(Ada, new { name = "Ada", language = "es", version = 1, specialty = new string('x', length) })).Expect(expected);

    [Fact]
    public async Task AG11_an_administrator_sees_and_sets_phone_and_specialty_too()
    {
        var made = (await Ada.PostAsync(
            "/api/accounts",
            new
            {
                name = "Bruno",
                email = "bruno@example.org",
                roles = new[] { AccountRoles.Agent },
                phone = "555",
                specialty = "Hardware e Impresoras",
            })).Expect(HttpStatusCode.Created);
        Assert.Equal(("555", "Hardware e Impresoras"), (made["phone"], made["specialty"]));
        var changed = (await Ada.PutAsync(
            $"/api/accounts/{made.Id}",
            new
            {
                name = "Bruno",
                email = "bruno@example.org",
                language = "es",
                roles = new[] { AccountRoles.Agent },
                version = 1,
                specialty = "Software y BD",
            })).Expect(HttpStatusCode.OK);
        Assert.Equal(("", "Software y BD"), (changed["phone"], changed["specialty"]));
    }

    static Task<Answer> Change(Client who, object body) => who.PutAsync("/api/accounts/me", body);
}
