using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.Identity.TwoFactor;

namespace Helpdesk.Identity.Tests;

/// <summary>Somebody's authenticator, which was shown the key.</summary>
sealed class Phone(Helpdesk helpdesk, string key)
{
    const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>The code that it shows, or showed or will show so many half minutes away.</summary>
    public string Code(int steps = 0) => Totp.Code(Bytes(), Totp.Step(helpdesk.Clock.GetUtcNow()) + steps);

    /// <summary>Turned on for this person; the recovery codes too.</summary>
    public static async Task<(Phone Phone, string[] RecoveryCodes)> EnrolAsync(Helpdesk helpdesk, Client owner, string password = Helpdesk.Password)
    {
        var enrolled = (await owner.PostAsync("/api/accounts/me/two-factor", new { password })).Expect(HttpStatusCode.Created);
        var phone = new Phone(helpdesk, enrolled["key"]);
        var confirmed = (await owner.PutAsync("/api/accounts/me/two-factor", new { code = phone.Code() })).Expect(HttpStatusCode.OK);
        // The code of this half minute is used up.
        helpdesk.Clock.Advance(TimeSpan.FromSeconds(30));
        return (phone, confirmed.Texts("recoveryCodes"));
    }

    byte[] Bytes()
    {
        var bits = string.Concat(key.Select(x => Convert.ToString(Letters.IndexOf(x, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(x => x.Length == 8).Select(x => Convert.ToByte(new string(x), 2))];
    }
}
