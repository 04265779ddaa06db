using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.Extensions.Options;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Gives the pass for whatever was solved: good for one ticket, for whoever accepts it remembers its id.</summary>
sealed class PassIssuer(Seals seals, IOptions<ChallengeOptions> options, TimeProvider time)
{
    /// <param name="id">The challenge or proof that was solved.</param>
    public string Issue(Guid id)
    {
        var lifetime = options.Value.PassFor;
        return seals.Seal(new CaptchaPass(id, time.GetUtcNow() + lifetime), lifetime);
    }
}
