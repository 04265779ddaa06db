using System.ComponentModel.DataAnnotations;
using Helpdesk.ServiceDefaults;

namespace Helpdesk.Captcha.Challenges;

/// <summary>Settings of challenges, section <c>Challenges</c>.</summary>
sealed class ChallengeOptions
{
    /// <summary>How long a person has to read the image.</summary>
    [Duration("00:00:30", "01:00:00")]
    public TimeSpan AnswerWithin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the pass may be handed in: the time to finish the form.</summary>
    [Duration("00:01:00", "02:00:00")]
    public TimeSpan PassFor { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Unanswered challenges above which no more are given out, so that asking for images cannot fill the disk.</summary>
    [Range(1, 10_000_000)]
    public int MaxOutstanding { get; set; } = 100_000;

    /// <summary>
    /// Challenges of any kind that one address is given in a minute: three for each of twenty people of one office at once, since a form
    /// that is loaded again, or a wrong answer, takes another.
    /// </summary>
    [Range(1, 10_000_000)]
    public int PerAddressPerMinute { get; set; } = 60;

    /// <summary>How often expired challenges are deleted.</summary>
    [Duration("00:00:00.050", "01:00:00")]
    public TimeSpan PurgeEvery { get; set; } = TimeSpan.FromMinutes(1);
}
