namespace Helpdesk.WholeSystem.Running;

public static class Settings
{
    /// <summary>Times in seconds, the captcha's test door open, no limits in the way, three replicas where order matters most.</summary>
    public static string[] ForTests { get; } =
    [
        "--Captcha:TestDoor:Open=true", "--Captcha:Captcha:PerAddressPerMinute=1000000",
        "--Ticketing:Closing:WarnAfter=00:00:04", "--Ticketing:Closing:After=00:00:08", "--Ticketing:Retention:PurgeAfter=00:00:05",
        "--Gateway:Limits:AnonymousPerMinute=1000000", "--Gateway:Limits:SignedInPerMinute=1000000", "--Gateway:Limits:SignInPerMinute=1000000",
        "--Assignment:Replicas=3",
    ];
}
