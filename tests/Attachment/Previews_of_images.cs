using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Attachment.Tests.Documents;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;

namespace Helpdesk.Attachment.Tests;

public sealed class Previews_of_images(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Guid _ticket = Guid.NewGuid();
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    public ValueTask InitializeAsync() => shared.EmptyAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task CU9_are_shown_to_whoever_may_see_the_file_and_are_never_anything_but_an_image()
    {
        var file = await _service.UploadAsync(Build.Large(3_000_000));
        var shown = await PreviewAsync(file.Id, _service.Grant(file.Id, _ticket));
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (shown.StatusCode, shown.Content.Headers.ContentType?.ToString()));
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition?.ToString());
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", shown.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-referrer", shown.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(shown.Headers.CacheControl!.Private);
        Assert.InRange(shown.Headers.CacheControl.MaxAge!.Value.TotalSeconds, 590, 600);

        var bytes = await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(bytes.Length, 20, 30_000);
        using var preview = SKBitmap.Decode(bytes);
        Assert.Equal(480, Math.Max(preview.Width, preview.Height));
    }

    [Fact]
    public async Task F8_are_not_there_for_anybody_else()
    {
        var (file, other) = (await _service.UploadAsync(Build.Png()), await _service.UploadAsync(Build.Gif(), "b.gif"));
        foreach (var grant in new[] { null, "", "made-up", _service.Grant(file.Id, _ticket)[..^1], _service.Grant(other.Id, _ticket) })
        {
            var refused = await PreviewAsync(file.Id, grant);
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
            Assert.True(refused.Headers.CacheControl!.NoStore);
        }

        await _service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(_installation.Clock.GetUtcNow()), file.Attached));
        await Eventually.HoldsAsync(async () =>
            (await PreviewAsync(file.Id, _service.Grant(file.Id, _ticket))).StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task CU18_are_shown_before_there_is_a_ticket_to_whoever_sent_the_image()
    {
        var file = await _service.UploadAsync(Build.Png());
        using var client = _service.CreateClient();
        client.DefaultRequestHeaders.Add("Upload-Receipt", file.Answer.Receipt);
        var shown = await client.GetAsync($"/api/attachments/{file.Id}/preview", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "image/webp"), (shown.StatusCode, shown.Content.Headers.ContentType?.ToString()));
        Assert.True(shown.Headers.CacheControl!.NoStore);

        await _service.PublishAsync(SampleEvents.Opened(SampleEvents.Ticket(_installation.Clock.GetUtcNow()), file.Attached));
        await Eventually.HoldsAsync(async () =>
            (await client.GetAsync($"/api/attachments/{file.Id}/preview", TestContext.Current.CancellationToken))
                .StatusCode == HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_document_has_none()
    {
        var file = await _service.UploadAsync(Pack.Docx(), "carta.docx");
        var refused = await PreviewAsync(file.Id, _service.Grant(file.Id, _ticket));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        Assert.True(refused.Headers.CacheControl!.NoStore);
        Assert.False(File.Exists(_installation.PreviewOf(file.Id)));
    }

    [Fact]
    public async Task AU4_go_with_their_file()
    {
        var ticket = SampleEvents.Ticket(_installation.Clock.GetUtcNow());
        var file = await _service.UploadAsync(Build.Png());
        await _service.PublishAsync(SampleEvents.Opened(ticket, file.Attached));
        Assert.True(File.Exists(_installation.PreviewOf(file.Id)));

        await _service.PublishAsync(SampleEvents.Due(ticket, ticket.OpenedAt.AddHours(1)));
        await _service.Receipts.OneAsync(ticket.Id);

        Assert.False(File.Exists(_installation.PreviewOf(file.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await PreviewAsync(file.Id, _service.Grant(file.Id, ticket.Id))).StatusCode);
    }

    [Fact]
    public async Task AU4_go_too_when_nobody_claims_the_file_and_when_its_upload_was_interrupted()
    {
        var file = await _service.UploadAsync(Build.Png());
        var half = Path.Combine(_installation.Storage, "incoming", $"{Guid.CreateVersion7(_installation.Clock.GetUtcNow()):N}.preview");
        await File.WriteAllTextAsync(half, "half", TestContext.Current.CancellationToken);
        _installation.Clock.Advance(TimeSpan.FromHours(25));
        await Eventually.HoldsAsync(() => !File.Exists(_installation.PathOf(file.Id)) && !File.Exists(_installation.PreviewOf(file.Id)));
        await Eventually.HoldsAsync(() => !File.Exists(half));
    }

    [Fact]
    public async Task Their_bytes_count_towards_what_all_files_may_take_together()
    {
        var file = await _service.UploadAsync(Build.Large(500_000));
        await using var db = _installation.Open();
        var row = await db.Files.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(new FileInfo(_installation.PreviewOf(file.Id)).Length, row.PreviewSize);
        Assert.True(row.PreviewSize > 0);
    }

    [Fact]
    public async Task F9_what_only_looks_like_an_image_is_refused_and_nothing_of_it_is_stored()
    {
        byte[] program = Build.Join(Build.Signature, Build.Header(3, 2), Build.Chunk("IDAT", [.. "MZ a program"u8]), Build.Chunk("IEND"));
        var refused = await _service.SendAsync(program);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains(problem.GetProperty("reason").GetString(), new[] { "damaged-image", "truncated-image" });
        Assert.Empty(_installation.FilesOnDisk());
    }

    [Fact]
    public async Task F9_a_photo_that_lost_its_end_mark_is_accepted_and_one_that_was_truncated_is_not()
    {
        var taken = await _service.UploadAsync(FromPrograms.Baseline[..^2], "photo.jpg");
        Assert.Equal(
            Cleaning.Clean(FromPrograms.Baseline).Clean,
            await File.ReadAllBytesAsync(_installation.PathOf(taken.Id), TestContext.Current.CancellationToken));

        var refused = await _service.SendAsync(FromPrograms.Baseline[..^60], "photo.jpg");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal("truncated-image",
            (await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken))
                .GetProperty("reason").GetString());
    }

    Task<HttpResponseMessage> PreviewAsync(Guid file, string? grant) =>
        _service.CreateClient().GetAsync($"/api/attachments/{file}/preview?grant={grant}", TestContext.Current.CancellationToken);
}
