using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Captcha.Proofs;

/// <summary>Settings of proofs of work, section <c>Proofs</c>.</summary>
sealed class ProofOptions
{
    /// <summary>How long the work may take.</summary>
    [Duration("00:01:00", "01:00:00")]
    public TimeSpan SolveWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Proofs solved in a minute, by everybody together, up to which no more than the least work is asked.</summary>
    [Range(1, 1_000_000)]
    public int BaselinePerMinute { get; set; } = 30;
}
