namespace Helpdesk.Running;

public static class Settings
{
    /// <summary>Answers of captchas exposed, and no limits in the way.</summary>
    public static string[] Unlimited { get; } =
    [
        "--Captcha:ExposeAnswers=true", "--Captcha:Challenges:PerAddressPerMinute=1000000",
        "--Gateway:Limits:AnonymousPerMinute=1000000", "--Gateway:Limits:SignedInPerMinute=1000000", "--Gateway:Limits:SignInPerMinute=1000000",
        "--Gateway:Limits:PagesPerMinute=1000000",
        // Whoever waits too long for their password to be checked is sent away, but on a busy machine the tests are many at once.
        "--Identity:Accounts:PasswordHashingWait=00:01:00",
    ];

    /// <summary>Besides, times in seconds, and three replicas where order matters most.</summary>
    public static string[] ForTests { get; } =
    [
        .. Unlimited,
        "--Ticketing:Closing:WarnAfter=00:00:04", "--Ticketing:Closing:After=00:00:08", "--Ticketing:Retention:PurgeAfter=00:00:05",
        "--Assignment:Replicas=3",
    ];
}
