using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Formats;

namespace Helpdesk.Portal.Tests.Typing;

public sealed class Counting_in_the_browser
{
    static readonly string[] Texts =
    [
        "", " ", "\r\n\r\n", "a\r\nb", "a\rb\nc\r\n", "\n \n\tab\r\n  c  \n", "    indented\n\tby a tab", "name\tcolumn\tcolumn   \t \n",
        "a\u0085b\u2028c\u2029d\fe\u000bf", "\u200b\n\u2060\n text", "mi\u200cnevis\u200cam", "a\u202eb\u2066c\u2069d\u202ae",
        "\u00a0\u3000a\u2003b\u00a0",
        "\ud800x\udc00", "👩‍👩‍👧 and 🏳️‍🌈", "\u0000\u0007a\u007f", "\ufeffa\ufeff", "\u3164\u2800\u034f", "\u3164\na",
        "\u200e\u200f", "a\u200d\n",
        "\u180e\ufe0f\U000e0101\nb", "e\u0301", "line\n\n\nline\n\n\n", "\ufffd\ufffd\nx", "\t", "x\u1680\u205f\u202f\u2000y",
    ];

    [Fact]
    public async Task G12_gives_what_pages_and_services_count()
    {
        var counted = await CountAsync(Texts);
        Assert.All(Texts.Zip(counted), x => Assert.Equal(
            (TextSanitizer.Multiline(x.First).Length, TextSanitizer.Line(x.First).Length), (x.Second[0].Length, x.Second[1].Length)));
        Assert.Equal(Texts.Select(TextSanitizer.Multiline), counted.Select(x => x[0]));
        Assert.Equal(Texts.Select(TextSanitizer.Line), counted.Select(x => x[1]));
    }

    [Fact]
    public async Task G12_is_done_at_once_also_for_a_field_full_of_blanks()
    {
        var watch = Stopwatch.StartNew();
        var blanks = new string(' ', 200_000) + "x";
        var counted = await CountAsync([blanks, blanks + new string('\n', 200_000)]);
        Assert.Equal(blanks.Length, counted[1][0].Length);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"It took {watch.Elapsed}.");
    }

    /// <summary>What the page's own script makes of texts, as several lines and as one.</summary>
    static async Task<string[][]> CountAsync(string[] texts)
    {
        const string run = """
            const { multiline, oneLine } = await import(process.argv[1])
            const units = (text) => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
            const read = []
            for await (const part of process.stdin) read.push(part)
            const texts = JSON.parse(Buffer.concat(read)).map((x) => x.map((y) => String.fromCharCode(y)).join(""))
            console.log(JSON.stringify(texts.map((x) => [units(multiline(x)), units(oneLine(x))])))
            """;
        var script = Path.GetFullPath("../../../web/Ui/Client/src/text.js", Path.GetDirectoryName(ThisFile())!);
        var start = new ProcessStartInfo("node", ["--input-type=module", "--eval", run, script])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using var node = Process.Start(start)!;
        // In units: half a sign is no text that could be sent.
        var written = JsonSerializer.Serialize(texts.Select(x => x.Select(y => (int)y)));
        var reading = node.StandardOutput.ReadToEndAsync();
        await node.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(written));
        node.StandardInput.Close();
        var counted = JsonSerializer.Deserialize<int[][][]>(await reading)!;
        await node.WaitForExitAsync();
        return [.. counted.Select(x => x.Select(y => new string([.. y.Select(z => (char)z)])).ToArray())];
    }

    static string ThisFile([CallerFilePath] string path = "") => path;
}
