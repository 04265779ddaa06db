using System.Net;
using OtpNet;

namespace Helpdesk.Identity.Tests;

/// <summary>Somebody's authenticator, which was shown the key.</summary>
sealed class TestAuthenticator(IdentityHost host, string key)
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    readonly Totp _totp = new(Base32Encoding.ToBytes(key));

    /// <summary>The code that it shows, or showed or will show so many half minutes away.</summary>
    public string Code(int steps = 0) => _totp.ComputeTotp((host.Clock.GetUtcNow() + (steps * Step)).UtcDateTime);

    /// <summary>Turned on for this person; the recovery codes too.</summary>
    public static async Task<(TestAuthenticator TestAuthenticator, string[] RecoveryCodes)> EnrolAsync(
        IdentityHost host, Client owner, string password = IdentityHost.Password)
    {
        var enrolled = (await owner.PostAsync("/api/accounts/me/two-factor", new { password })).Expect(HttpStatusCode.Created);
        var phone = new TestAuthenticator(host, enrolled["key"]);
        var confirmed = (await owner.PutAsync("/api/accounts/me/two-factor", new { code = phone.Code() })).Expect(HttpStatusCode.OK);
        // The code of this half minute is used up.
        host.Clock.Advance(Step);
        return (phone, confirmed.Strings("recoveryCodes"));
    }
}
