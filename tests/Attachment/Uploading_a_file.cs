using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpdesk.Api.Files;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Attachment.Uploading;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Tests;

public sealed class Uploading_a_file(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.EmptyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task CU18_anybody_gets_a_receipt_for_an_image_and_its_clean_bytes_are_stored_under_an_id_of_ours()
    {
        var uploaded = await _service.UploadAsync(Build.Png(3, 2, Build.Text("Quito")), "日本.png");
        var clean = Build.Png();
        var answer = uploaded.Answer;
        Assert.Equal(("日本.png", "image/png", clean.Length), (answer.FileName, answer.ContentType, answer.Size));
        Assert.Equal([_installation.PathOf(uploaded.Id)], _installation.FilesOnDisk());
        Assert.Equal(clean, await File.ReadAllBytesAsync(_installation.PathOf(uploaded.Id)));

        await using var db = _installation.Open();
        var row = await db.Files.SingleAsync();
        Assert.Equal((uploaded.Id, Convert.ToHexStringLower(SHA256.HashData(clean)), null), (row.Id, row.Sha256, row.TicketId));
    }

    [Fact]
    public async Task No_other_user_of_the_machine_can_read_them()
    {
        await _service.UploadAsync(Build.Png());

        if (OperatingSystem.IsWindows())
            return;
        const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        foreach (var folder in new[] { "files", "incoming" })
            Assert.Equal(OwnersAlone, File.GetUnixFileMode(Path.Combine(_installation.Storage, folder)));
    }

    [Fact]
    public async Task F9_two_files_of_one_name_are_two_files()
    {
        var first = await _service.UploadAsync(Build.Png());
        var second = await _service.UploadAsync(Build.Png(3, 2, Build.Chunk("sRGB", 0)));
        Assert.Equal(first.Answer.FileName, second.Answer.FileName);
        Assert.NotEqual(first.Id, second.Id);
        Assert.NotEqual(
            await File.ReadAllBytesAsync(_installation.PathOf(first.Id)), await File.ReadAllBytesAsync(_installation.PathOf(second.Id)));
    }

    [Theory]
    [InlineData("filename=\"日本 ñ.png\"", "日本 ñ.png")]
    [InlineData("filename=\"..\\..\\evil.png\"", "evil.png")]
    [InlineData("filename=\"x.png\"; filename*=UTF-8''%e6%97%a5%e6%9c%ac.png", "日本.png")]
    [InlineData("filename=\"../../../tmp/x.png\"", "x.png")]
    [InlineData("filename=\"foto %221%22.png\"", "foto \"1\".png")]
    [InlineData("filename=\"a%0D%0Ab%20%2F%2500%25.png\"", "ab%20%2F%2500%25.png")]
    [InlineData("filename=\"x.png\"; filename*=UTF-8''foto%20%25221%2522.png", "foto \"1\".png")]
    public async Task F9_the_name_is_read_as_browsers_write_it(string disposition, string shown)
    {
        var begin = $"--x\r\nContent-Disposition: form-data; name=\"file\"; {disposition}\r\n\r\n";
        byte[] body = [.. Encoding.UTF8.GetBytes(begin), .. Build.Png(), .. "\r\n--x--\r\n"u8];
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        var response = await _service.CreateClient().PostAsync("/api/attachments", content);
        Assert.Equal(shown, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("fileName").GetString());
        Assert.StartsWith(_installation.Storage, Assert.Single(_installation.FilesOnDisk()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task F9_neither_the_extension_nor_the_declared_type_says_what_it_is()
    {
        var response = await _service.SendAsync(FromABrowser.JpegWithProfile, "page.html", "text/html");
        var answer = (await response.Content.ReadFromJsonAsync<UploadFileResponse>())!;
        Assert.Equal(("page.html.jpg", "image/jpeg"), (answer.FileName, answer.ContentType));

        var svg = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'/>");
        await AssertRefusedAsync(await _service.SendAsync(svg, "x.png"), HttpStatusCode.UnsupportedMediaType, "unsupported-file");
        await AssertRefusedAsync(await _service.SendAsync(Build.Png()[..^14]), HttpStatusCode.UnprocessableEntity, "damaged-file");
        Assert.Single(_installation.FilesOnDisk());
    }

    [Fact]
    public async Task F9_each_file_may_have_5_MiB_and_no_byte_more()
    {
        byte[] Of(int size) =>
            Build.Join(Build.Png()[..^12], Build.Chunk("teXt", new byte[size - Build.Png().Length - 12]), Build.Png()[^12..]);

        Assert.Equal(FileLimits.MaxSize, Of(FileLimits.MaxSize).Length);
        Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(Of(FileLimits.MaxSize))).StatusCode);
        foreach (var excess in (int[])[1, 2_000_000])
        {
            var refused = await _service.SendAsync(Of(FileLimits.MaxSize + excess));
            await AssertRefusedAsync(refused, HttpStatusCode.RequestEntityTooLarge, "too-large");
        }

        Assert.Single(_installation.FilesOnDisk());
    }

    [Fact]
    public async Task Only_one_file_comes_at_a_time()
    {
        using var none = new MultipartFormDataContent { { new StringContent("x"), "note" } };
        var client = _service.CreateClient();
        await AssertRefusedAsync(await client.PostAsync("/api/attachments", none), HttpStatusCode.BadRequest, "invalid", "file");
        using var two = new MultipartFormDataContent
        {
            { new ByteArrayContent(Build.Png()), "file", "a.png" }, { new ByteArrayContent(Build.Png()), "file", "b.png" },
        };
        await AssertRefusedAsync(await client.PostAsync("/api/attachments", two), HttpStatusCode.BadRequest, "invalid", "file");
        await AssertRefusedAsync(await _service.SendAsync([]), HttpStatusCode.BadRequest, "invalid", "file");
        Assert.Empty(_installation.FilesOnDisk());
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nhalf")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data; boundary=x", "no boundary at all")]
    [InlineData("multipart/form-data", "--x--")]
    [InlineData("application/x-www-form-urlencoded", "file=x")]
    [InlineData("application/json", "{}")]
    [InlineData("image/png", "x")]
    public async Task A_malformed_form_is_the_senders_fault(string type, string body)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        var response = await _service.CreateClient().PostAsync("/api/attachments", content);
        Assert.InRange((int)response.StatusCode, 400, 415);
        Assert.StartsWith("urn:helpdesk:problem:",
            (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_are_all_stored()
    {
        var uploaded = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => _service.UploadAsync(FromABrowser.LossyWebpWithProfile)));
        Assert.Equal(40, uploaded.Select(x => x.Id).Distinct().Count());
        Assert.Equal(40, _installation.FilesOnDisk().Length);
    }

    static async Task AssertRefusedAsync(HttpResponseMessage response, HttpStatusCode status, string type, string field = "file")
    {
        Assert.Equal(status, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("urn:helpdesk:problem:" + type, problem.GetProperty("type").GetString());
        Assert.NotEmpty(problem.GetProperty("errors").GetProperty(field)[0].GetString()!);
    }
}
