using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Tests;

public sealed class Names_of_files
{
    [Theory]
    [InlineData("日本.png", "日本.png")]
    [InlineData("señal de error ñandú.PNG", "señal de error ñandú.PNG")]
    [InlineData("أحمد.png", "أحمد.png")]
    [InlineData("👩‍🚒.png", "👩‍🚒.png")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("C:\\fakepath\\screen.png", "screen.png")]
    [InlineData("a/b\\c.png", "c.png")]
    [InlineData("..", "image.png")]
    [InlineData(".png", "image.png")]
    [InlineData("", "image.png")]
    [InlineData(null, "image.png")]
    [InlineData("x\0y\r\nSet-Cookie: z.png", "xySet-Cookie: z.png")]
    [InlineData("invoice\u202Egnp.exe", "invoicegnp.exe.png")]
    [InlineData("page.html", "page.html.png")]
    [InlineData("photo.jpg", "photo.jpg.png")]
    [InlineData("  space .png", "space.png")]
    [InlineData("e\u0301.png", "\u00e9.png")]
    public void F9_a_name_keeps_its_script_and_loses_path_tricks_and_lies(string? sent, string shown) =>
        Assert.Equal(shown, DisplayName.Of(sent, "image/png"));

    [Theory]
    [InlineData("a.JPEG", "image/jpeg", "a.JPEG")]
    [InlineData("a.jpg", "image/jpeg", "a.jpg")]
    [InlineData("a", "image/gif", "a.gif")]
    [InlineData("a.png", "image/webp", "a.png.webp")]
    public void The_extension_says_what_the_file_is(string sent, string type, string shown) =>
        Assert.Equal(shown, DisplayName.Of(sent, type));

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        var name = DisplayName.Of(string.Concat(Enumerable.Repeat("🇪🇨", 100)) + ".png", "image/png");
        Assert.InRange(name.Length, 100, DisplayName.MaxLength);
        Assert.EndsWith("🇪🇨.png", name, StringComparison.Ordinal);
        Assert.Equal(0, (name.Length - 4) % 4);
        Assert.DoesNotContain('\uFFFD', DisplayName.Of("a\ud83db.png", "image/png"));
    }
}
