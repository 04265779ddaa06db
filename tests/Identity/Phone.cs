using System.Net;
using Helpdesk.Fixtures;
using OtpNet;

namespace Helpdesk.Identity.Tests;

/// <summary>Somebody's authenticator, which was shown the key.</summary>
sealed class Phone(Helpdesk helpdesk, string key)
{
    static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    readonly Totp _totp = new(Base32Encoding.ToBytes(key));

    /// <summary>The code that it shows, or showed or will show so many half minutes away.</summary>
    public string Code(int steps = 0) => _totp.ComputeTotp((helpdesk.Clock.GetUtcNow() + (steps * Step)).UtcDateTime);

    /// <summary>Turned on for this person; the recovery codes too.</summary>
    public static async Task<(Phone Phone, string[] RecoveryCodes)> EnrolAsync(Helpdesk helpdesk, Client owner, string password = Helpdesk.Password)
    {
        var enrolled = (await owner.PostAsync("/api/accounts/me/two-factor", new { password })).Expect(HttpStatusCode.Created);
        var phone = new Phone(helpdesk, enrolled["key"]);
        var confirmed = (await owner.PutAsync("/api/accounts/me/two-factor", new { code = phone.Code() })).Expect(HttpStatusCode.OK);
        // The code of this half minute is used up.
        helpdesk.Clock.Advance(Step);
        return (phone, confirmed.Texts("recoveryCodes"));
    }
}
