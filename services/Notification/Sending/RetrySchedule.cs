namespace Helpdesk.Notification.Sending;

static class RetrySchedule
{
    static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20),
        TimeSpan.FromHours(1), TimeSpan.FromHours(4), TimeSpan.FromHours(18),
    ];

    /// <summary>Eight attempts, the last about a day after the first.</summary>
    public static int Attempts => Pauses.Length + 1;

    /// <summary>After so long a mail is given up that was tried again and again while the mail server was down.</summary>
    public static readonly TimeSpan LongestOutage = TimeSpan.FromDays(1);

    /// <summary>
    /// How long to wait after this many attempts; null when that was the last one. Spread by a fifth, so that mails that failed together
    /// do not come back together.
    /// </summary>
    public static TimeSpan? PauseAfter(int attempts) =>
        attempts >= Attempts ? null : Pauses[Math.Max(attempts, 1) - 1] * (0.9 + Random.Shared.NextDouble() * 0.2);
}
