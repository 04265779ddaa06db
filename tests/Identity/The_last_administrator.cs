using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Fixtures;
using Helpdesk.Identity.Accounts;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Identity.Tests;

public sealed class The_last_administrator : IdentityTest
{
    [Fact]
    public async Task F5_can_neither_demote_nor_suspend_themselves()
    {
        (await Ada.ChangeAsync(Ada.Account, roles: [AccountRoles.Agent])).Refused(HttpStatusCode.Conflict, "last-administrator");
        (await Ada.PutAsync($"/api/accounts/{Ada.Account}/suspension")).Refused(HttpStatusCode.Conflict, "last-administrator");
        Assert.Equal(["Admin"], (await Ada.GetAsync("/api/accounts/me")).Expect(HttpStatusCode.OK).Strings("roles"));
        Assert.Single(await IdentityHost.AccountChangesAsync(Ada.Account, 1));
    }

    [Fact]
    public async Task F5_a_suspended_colleague_does_not_count()
    {
        var bea = await IdentityHost.MemberAsync(Ada, "Bea", AccountRoles.Admin);
        (await Ada.PutAsync($"/api/accounts/{bea.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await Ada.ChangeAsync(Ada.Account, roles: [AccountRoles.Agent])).Refused(HttpStatusCode.Conflict, "last-administrator");

        (await Ada.DeleteAsync($"/api/accounts/{bea.Account}/suspension")).Expect(HttpStatusCode.NoContent);
        (await Ada.ChangeAsync(Ada.Account, roles: [AccountRoles.Agent])).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task F5_a_colleague_who_has_not_accepted_their_invitation_does_not_count()
    {
        (await Ada.PostAsync("/api/accounts", new { name = "Bea", email = "bea@example.org", roles = new[] { AccountRoles.Admin } }))
            .Expect(HttpStatusCode.Created);
        (await Ada.ChangeAsync(Ada.Account, roles: [AccountRoles.Agent])).Refused(HttpStatusCode.Conflict, "last-administrator");
        (await Ada.PutAsync($"/api/accounts/{Ada.Account}/suspension")).Refused(HttpStatusCode.Conflict, "last-administrator");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F5_two_who_remove_each_other_at_once_leave_one(bool suspend)
    {
        for (var round = 0; round < 5; round++)
        {
            var name = $"Colleague {round}";
            var bea = await IdentityHost.MemberAsync(Ada, name, AccountRoles.Admin);
            var ada = Ada;
            var answers = await Task.WhenAll(Remove(ada, bea.Account), Remove(bea, ada.Account));

            Assert.Single(answers, x => x is HttpStatusCode.OK or HttpStatusCode.NoContent);
            Assert.Equal(
                1, await IdentityHost.ReadAsync(db => db.Users.CountAsync(x =>
                    x.SuspendedAt == null && x.Roles.Contains(AccountRoles.Admin))));
            if (answers[1] is HttpStatusCode.OK or HttpStatusCode.NoContent)
                return;
        }

        Task<HttpStatusCode> Remove(Client who, Guid whom) => RemoveAsync(who, whom, suspend);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task F5_whoever_was_removed_while_their_own_request_waited_removes_nobody(bool suspend)
    {
        var (bea, cleo) = (await IdentityHost.MemberAsync(Ada, "Bea", AccountRoles.Admin),
            await IdentityHost.MemberAsync(Ada, "Cleo", AccountRoles.Admin));
        Task<HttpStatusCode[]> answers;
        await using (var db = IdentityHost.Open())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await db.TakeAdministratorsLockAsync(TestContext.Current.CancellationToken);
            answers = Task.WhenAll(RemoveAsync(bea, cleo.Account, suspend), RemoveAsync(cleo, bea.Account, suspend));
            await Eventually.HoldsAsync(async () => await IdentityHost.ReadAsync(x => x.Database.SqlQuery<int>(
                $"""
                select count(*)::int as "Value" from pg_locks where locktype = 'advisory' and not granted
                    and database = (select oid from pg_database where datname = current_database())
                """).SingleAsync()) == 2);
        }

        Assert.Single(await answers, x => x is HttpStatusCode.OK or HttpStatusCode.NoContent);
        Assert.Single(await answers, x => x is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }

    static async Task<HttpStatusCode> RemoveAsync(Client who, Guid whom, bool suspend) => suspend
        ? (await who.PutAsync($"/api/accounts/{whom}/suspension")).Status
        : (await who.PutAsync(
            $"/api/accounts/{whom}",
            new
            {
                name = "Removed",
                email = $"{whom:N}@example.org",
                language = "en",
                roles = new[] { AccountRoles.Agent },
                version = 1,
            })).Status;
}
