namespace Helpdesk.Api.Captcha;

/// <summary>The bounds of what is handed in to solve a captcha.</summary>
public static class CaptchaLimits
{
    /// <summary>The longest answer to an image.</summary>
    public const int MaxAnswer = 32;

    /// <summary>Numbers of the longest proof of work.</summary>
    public const int MaxNumbers = 128;
}
