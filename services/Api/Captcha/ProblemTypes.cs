namespace Helpdesk.Api;

public static partial class ProblemTypes
{
    /// <summary>The answer is wrong, or the captcha has expired or was tried before: another one is needed.</summary>
    public const string CaptchaWrong = Prefix + "captcha-wrong";

    /// <summary>Too many captchas wait for an answer; <c>Retry-After</c> says when to try again.</summary>
    public const string CaptchaExhausted = Prefix + "captcha-exhausted";

    /// <summary>Too many captchas were asked for from one address; <c>Retry-After</c> says when to try again.</summary>
    public const string TooManyCaptchas = Prefix + "too-many-captchas";
}
