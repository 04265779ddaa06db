namespace Helpdesk.Captcha.Challenges;

/// <summary>Lets automated tests of the whole installation past the picture. Closed unless the configuration says otherwise.</summary>
static class TestDoor
{
    public const string Setting = "TestDoor:Open";

    public static bool IsOpen(IConfiguration configuration) => configuration.GetValue(Setting, false);
}
