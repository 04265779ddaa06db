using System.Net;
using Helpdesk.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Fixtures;

/// <summary>What every service must do about revoked tokens.</summary>
public static class RevokedToken
{
    /// <summary>
    /// The token is accepted until the service receives the event, and then refused; a later token, and another account's, are accepted.
    /// </summary>
    /// <param name="path">An address that everybody may read with the role <paramref name="role"/>.</param>
    public static async Task IsRefusedAsync<TProgram, TContext>(ServiceReplica<TProgram, TContext> service, string path, string role)
        where TProgram : class where TContext : DbContext
    {
        var (account, another) = (Guid.CreateVersion7(), service.As(role));
        var token = service.As(account, "Bruno", "bruno@example.org", role);
        (await Ask(token)).Expect(HttpStatusCode.OK);

        var now = service.Clock.GetUtcNow();
        await service.PublishAsync(new AccessRevoked { AccountId = account, IssuedBefore = now, Until = now.AddHours(1) });
        await Eventually.HoldsAsync(async () => (await Ask(token)) is { Status: HttpStatusCode.Unauthorized, Problem: "session-ended" });
        (await Ask(service.As(account, "Bruno", "bruno@example.org", role))).Expect(HttpStatusCode.OK);
        (await Ask(another)).Expect(HttpStatusCode.OK);

        Task<Answer> Ask(HttpClient client) => new Caller(client).GetAsync(path);
    }
}
