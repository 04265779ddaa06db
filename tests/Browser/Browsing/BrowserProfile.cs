namespace Helpdesk.Browser.Browsing;

/// <summary>How somebody looks at the pages.</summary>
/// <param name="Zone">The zone of their browser; that of the installation unless a test is about it.</param>
public sealed record BrowserProfile(
    string Language = "en", bool Dark = false, int Width = 1280, bool Script = true, bool LessMotion = false, string Zone = "UTC")
{
    public const int Phone = 360;
    public const int DeskScreen = 1280;

    /// <summary>Both languages and both themes, each on a phone and on a desk.</summary>
    public static TheoryData<string, bool, int> Usual { get; } = new()
    {
        { "es", false, Phone }, { "en", true, Phone }, { "es", true, DeskScreen }, { "en", false, DeskScreen },
    };

    public override string ToString() => $"{Language}-{(Dark ? "dark" : "light")}-{Width}";

    public static int HeightOf(int width) => width == Phone ? 740 : 800;

    internal BrowserNewContextOptions Options(string address) => new()
    {
        BaseURL = address,
        Locale = Language == "es" ? "es-ES" : "en-GB",
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = LessMotion ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
        ViewportSize = new() { Width = Width, Height = HeightOf(Width) },
        HasTouch = Width == Phone,
        TimezoneId = Zone,
        JavaScriptEnabled = Script,
        Permissions = ["clipboard-read", "clipboard-write"],
    };
}
