using System.Net;
using System.Text.Json;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Identity.Tests;

public sealed class The_list_of_accounts : IdentityTest
{
    [Fact]
    public async Task AD5_is_paged_in_the_order_of_names()
    {
        await ManyAsync(24);
        var first = (await Ada.GetAsync("/api/accounts")).Expect(HttpStatusCode.OK);
        Assert.Equal(20, first.Json.GetProperty("items").GetArrayLength());
        Assert.True(first.Flag("more"));
        var second = (await Ada.GetAsync("/api/accounts?page=2")).Expect(HttpStatusCode.OK);
        Assert.False(second.Flag("more"));
        Assert.Equal(["Ada Admin", .. Enumerable.Range(0, 24).Select(i => $"Person {i:00}")], Names(first).Concat(Names(second)));
    }

    [Theory]
    [InlineData("?q=person 07", 1)]
    [InlineData("?q=PERSON", 10)]
    [InlineData("?q=7@mail", 1)]
    [InlineData("?q=%25", 0)]
    [InlineData("?q=_", 0)]
    [InlineData("?q=%5C", 0)]
    [InlineData("?q=", 11)]
    [InlineData("?role=Agent", 5)]
    [InlineData("?role=Admin", 1)]
    [InlineData("?role=Agent&q=person 02", 1)]
    [InlineData("?role=Agent&q=person 03", 0)]
    [InlineData("?suspended=true", 0)]
    [InlineData("?suspended=false", 11)]
    public async Task AD5_is_searched_by_name_address_role_and_suspension(string query, int count)
    {
        await ManyAsync(10);
        Assert.Equal(count, Names((await Ada.GetAsync("/api/accounts" + query)).Expect(HttpStatusCode.OK)).Count);
    }

    [Theory]
    [InlineData("50%25", "The 50% club")]
    [InlineData("a_b", "a_b")]
    [InlineData("%5Ctmp", @"C:\tmp")]
    public async Task AD5_signs_in_a_search_mean_themselves(string q, string found)
    {
        foreach (var name in (string[])["The 50% club", "The 50 club", "a_b", "axb", @"C:\tmp", "C:tmp"])
            (await Ada.PostAsync(
                "/api/accounts",
                new
                {
                    name,
                    email = $"{Guid.CreateVersion7():N}@example.org",
                    password = Client.FirstPassword,
                    roles = new[] { AccountRoles.Customer },
                })).Expect(HttpStatusCode.Created);
        Assert.Equal([found], Names((await Ada.GetAsync($"/api/accounts?q={q}")).Expect(HttpStatusCode.OK)));
    }

    [Theory]
    [InlineData("?page=0")]
    [InlineData("?page=x")]
    [InlineData("?size=101")]
    [InlineData("?size=-1")]
    [InlineData("?role=Root")]
    [InlineData("?suspended=perhaps")]
    [InlineData("?q=%00")]
    public async Task F17_wrong_questions_are_refused(string query) =>
        (await Ada.GetAsync("/api/accounts" + query)).Expect(HttpStatusCode.BadRequest);

    [Fact]
    public async Task SE3_shows_no_password() =>
        Assert.DoesNotContain(
            "hash", (await Ada.GetAsync("/api/accounts")).Expect(HttpStatusCode.OK).Text, StringComparison.OrdinalIgnoreCase);

    async Task ManyAsync(int count)
    {
        await using var scope = IdentityHost.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        for (var i = 0; i < count; i++)
            Assert.True((await accounts.CreateAsync(Account.Create(
                $"Person {i:00}", $"p{i}@mail.example", "es", [i % 2 == 0 ? AccountRoles.Agent : AccountRoles.Customer],
                IdentityHost.Clock.GetUtcNow()))).Succeeded);
    }

    static List<string> Names(Answer answer) =>
        [.. answer.Json.GetProperty("items").EnumerateArray().Select((JsonElement x) => x.GetProperty("name").GetString()!)];
}
