using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Tests.Documents;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Attachment.Uploading;

namespace Helpdesk.Attachment.Tests;

public sealed class Reasons_of_a_refusal(RunningService shared) : IClassFixture<RunningService>
{
    public static TheoryData<byte[], string, string, string> Refused() => new()
    {
        { Pack.Pdf("trailer << /Encrypt 9 0 R >>\n"), "a.pdf", "unsupported-file", "encrypted-pdf" },
        { Pack.Pdf("3 0 obj << /S /J#61vaScript >> endobj\n"), "a.pdf", "unsupported-file", "script" },
        { Hostile.WithBody(Hostile.Field("DDEAUTO x", 2)), "a.docx", "unsupported-file", "starts-program" },
        { Pack.Docx(("word/vbaProject.bin", "x")), "a.docx", "unsupported-file", "macros" },
        { Pack.Pdf()[..^60], "a.pdf", "damaged-file", "damaged-document" },
        { Build.Png()[..^14], "a.png", "damaged-file", "truncated-image" },
        { Build.Png(10_001, 1), "a.png", "damaged-file", "image-too-large" },
        { "MZ"u8.ToArray(), "a.exe", "unsupported-file", "unsupported-kind" },
    };

    [Theory, MemberData(nameof(Refused))]
    public async Task G13_G16_are_told_by_a_stable_word(byte[] file, string name, string type, string reason)
    {
        var response = await shared.Service.SendAsync(file, name);
        Assert.Equal(type == "unsupported-file" ? HttpStatusCode.UnsupportedMediaType : HttpStatusCode.UnprocessableEntity,
            response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("urn:helpdesk:problem:" + type, reason),
            (problem.GetProperty("type").GetString(), problem.GetProperty("reason").GetString()));
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty("file")[0].GetString()!);
    }

    [Fact]
    public async Task G16_a_document_is_stored_without_its_links_and_its_receipt_tells_its_new_size()
    {
        var file = Hostile.WithBody("<a:blip r:link=\"rId9\"/>",
            ("word/_rels/document.xml.rels", Hostile.Relation("image", "http://evil.example/x.png")));
        var uploaded = await shared.Service.UploadAsync(file, "carta.docx");
        var kept = await (await shared.Service.DownloadAsync(uploaded.Id,
            shared.Service.Grant(uploaded.Id, Guid.NewGuid()))).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Checking.Accepted(file).Length, kept.Length);
        Assert.Equal(kept.Length, uploaded.Answer.Size);
        Assert.DoesNotContain("evil", Checking.Part(kept, "word/_rels/document.xml.rels"), StringComparison.Ordinal);
    }

    [Fact]
    public void G13_are_all_in_the_description_of_the_api()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "docs", "api.md")))
            folder = folder.Parent;
        var described = File.ReadAllText(Path.Combine(folder.FullName, "docs", "api.md"));
        var words = Enum.GetValues<FileRefusalReason>().Select(x => x.Word()).ToList();
        Assert.Distinct(words);
        Assert.All(words, x => Assert.Contains($"| `{x}` |", described, StringComparison.Ordinal));
    }

    [Fact]
    public void G13_each_has_a_sentence_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<FileRefusalReason>().Select(x => FileRefusalTexts.Of(x, "here")));
    }
}
