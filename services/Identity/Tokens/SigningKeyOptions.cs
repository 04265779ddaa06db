using Helpdesk.ServiceDefaults;

namespace Helpdesk.Identity.Tokens;

/// <summary>The section <c>SigningKeys</c>.</summary>
sealed class SigningKeyOptions
{
    /// <summary>How long a key signs.</summary>
    [Duration("1.00:00:00", "365.00:00:00")]
    public TimeSpan RotateEvery { get; set; } = TimeSpan.FromDays(90);
}
