using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Helpdesk.Portal.Tests;

public sealed partial class Words_of_pages
{
    static readonly string Web = Path.GetFullPath("../../web", Path.GetDirectoryName(ThisFile())!);
    static readonly Dictionary<string, string> English = Read("PageTexts.resx"), Spanish = Read("PageTexts.es.resx");

    [Fact]
    public void Are_there_in_both_languages()
    {
        Assert.Equal(English.Keys.Order(StringComparer.Ordinal), Spanish.Keys.Order(StringComparer.Ordinal));
        Assert.All(English.Concat(Spanish), x => Assert.False(string.IsNullOrWhiteSpace(x.Value), x.Key));
    }

    [Fact]
    public void Have_the_same_places_for_what_is_filled_in() =>
        Assert.All(English, x => Assert.True(Places(x.Value).SetEquals(Places(Spanish[x.Key])), x.Key));

    [Fact]
    public void Are_not_left_untranslated()
    {
        // A ticket is a ticket in both, and a language is called what it calls itself.
        var same = English.Where(x => x.Value == Spanish[x.Key] && Letters().IsMatch(x.Value)
            && x.Value is not ("Ticket" or "Tickets")).Select(x => x.Key);
        Assert.Equal(["appearance.language.en", "appearance.language.es"], same.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Are_all_there_that_a_page_asks_for()
    {
        var unknown = Sources().SelectMany(file => KeysIn(file.Text).Where(key => !Exists(key))
            .Select(key => $"{file.Name}: {key}")).ToList();
        Assert.True(unknown.Count == 0, string.Join('\n', unknown));
    }

    /// <summary>A finder that finds nothing would have every page pass.</summary>
    [Theory]
    [InlineData("@T[\"sign-in.title\"]", "sign-in.title")]
    [InlineData("texts[wrong ? \"open.title\" : \"open.lead\"]", "open.title", "open.lead")]
    [InlineData("<field name=\"A\" label=\"open.email\" help=\"open.email.help\">", "open.email", "open.email.help")]
    [InlineData("T[$\"status.{Model}\"]", "status.{}")]
    [InlineData("_ => \"sign-in.gone\"", "sign-in.gone")]
    [InlineData("_ => \"link.email\"")]
    [InlineData("@T[\"link.email\"]", "link.email")]
    [InlineData("<partial name=\"_Status\" model=\"ticket.Status\" />")]
    public void Are_found_in_what_pages_say(string source, params string[] keys) => Assert.Equal(keys, KeysIn(source));

    [Fact]
    public void Stand_on_pages_that_bring_no_style_and_no_script_of_their_own()
    {
        var inline = Sources().Where(x => x.Name.EndsWith(".cshtml", StringComparison.Ordinal) && InPage().IsMatch(x.Text))
            .Select(x => x.Name);
        Assert.Empty(inline);
    }

    /// <summary>
    /// What is written like a key whose first part is one of ours; a place in it stands for any text. The first part of several keys is
    /// none, unless it is asked for itself.
    /// </summary>
    static IEnumerable<string> KeysIn(string source) =>
        Literal().Matches(source).Select(x => (Key: Place().Replace(x.Groups["text"].Value, "{}"), Asked: x.Groups["asked"].Success))
        .Where(x => IsKey(x.Key) && (x.Asked || !English.Keys.Any(y => y.StartsWith(x.Key + ".", StringComparison.Ordinal)
            && !English.ContainsKey(x.Key)))).Select(x => x.Key);

    static bool IsKey(string text) =>
        Key().IsMatch(text) && English.Keys.Any(x => x.StartsWith(text[..(text.IndexOf('.', StringComparison.Ordinal) + 1)],
        StringComparison.Ordinal)) && !FileName().IsMatch(text);

    static bool Exists(string key) => key.Contains("{}", StringComparison.Ordinal)
        ? English.Keys.Any(x => Regex.IsMatch(x, "^" + Regex.Escape(key).Replace("\\{}", ".+", StringComparison.Ordinal) + "$"))
        : English.ContainsKey(key) || (English.ContainsKey(key + ".one") && English.ContainsKey(key + ".many"));

    static IEnumerable<(string Name, string Text)> Sources() =>
        new[] { "*.cs", "*.cshtml" }.SelectMany(x => Directory.EnumerateFiles(Web, x, SearchOption.AllDirectories))
        .Where(x => !x.Contains("/obj/", StringComparison.Ordinal) && !x.Contains("/bin/", StringComparison.Ordinal)
            && !x.Contains("/node_modules/", StringComparison.Ordinal))
        .Select(x => (Path.GetRelativePath(Web, x), File.ReadAllText(x)));

    static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Web, "Ui/Texts", file)).Root!.Elements("data")
        .ToDictionary(x => x.Attribute("name")!.Value, x => x.Element("value")!.Value);

    static HashSet<string> Places(string text) => [.. Place().Matches(text).Select(x => x.Value)];

    static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"(?<asked>[Tt](?:exts)?\[\$?|label=|help=)?(?<!model=)""(?<text>[^""\n]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"^[a-z][a-z-]*(\.([A-Za-z0-9-]+|\{\}))+$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\.(css|js|svg|json)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)")]
    private static partial Regex InPage();
}
