namespace Helpdesk.Captcha.Challenges;

/// <summary>Lets automated tests of the whole installation past the image. Off unless the configuration says otherwise.</summary>
static class ExposedAnswers
{
    public const string Setting = "ExposeAnswers";

    public static bool AreOn(IConfiguration configuration) => configuration.GetValue(Setting, false);
}
