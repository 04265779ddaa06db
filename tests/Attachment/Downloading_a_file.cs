using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Attachment.Tests;

public sealed class Downloading_a_file(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Guid _ticket = Guid.NewGuid();
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    Replica.Uploaded _file = null!;

    public async ValueTask InitializeAsync()
    {
        await shared.EmptyAsync();
        _file = await _service.UploadAsync(Build.Png(), "señal; 1 日本.png");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SE11_whoever_was_granted_it_gets_it_and_the_browser_may_only_show_it()
    {
        var response = await _service.DownloadAsync(_file.Id, _service.Grant(_file.Id, _ticket));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Build.Png(), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.InRange(response.Headers.CacheControl.MaxAge!.Value.TotalSeconds, 590, 600);
        Assert.Equal("señal; 1 日本.png", response.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition.DispositionType);
    }

    [Fact]
    public async Task What_the_browser_has_already_is_not_sent_again()
    {
        var address = $"/api/attachments/{_file.Id}?grant={_service.Grant(_file.Id, _ticket)}";
        using var client = _service.CreateClient();
        var head = await client.SendAsync(new(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, Build.Png().Length), (head.StatusCode, head.Content.Headers.ContentLength));

        client.DefaultRequestHeaders.IfNoneMatch.Add(head.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await client.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task F8_without_a_grant_for_this_file_it_is_not_there()
    {
        var other = await _service.UploadAsync(Build.Gif(), "b.gif");
        var seals = _service.Services.GetRequiredService<Seals>();
        string?[] grants =
        [
            null, "", "made-up", _service.Grant(_file.Id, _ticket)[..^1], _service.Grant(other.Id, _ticket), _file.Answer.Receipt,
            seals.Seal(new CaptchaPass(_file.Id, DateTimeOffset.MaxValue)),
            seals.Seal(new DownloadGrant(_file.Id, _ticket), TimeSpan.FromSeconds(-1)),
        ];
        foreach (var grant in grants)
        {
            var response = await _service.DownloadAsync(_file.Id, grant);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
        }

        Assert.Equal(HttpStatusCode.NotFound, await _service.DownloadStatusAsync(Guid.NewGuid(), _ticket));
    }

    [Fact]
    public async Task F8_a_grant_ends_after_its_ten_minutes()
    {
        var grant = _service.Grant(_file.Id, _ticket);
        _installation.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(HttpStatusCode.NotFound, (await _service.DownloadAsync(_file.Id, grant)).StatusCode);
    }

    [Theory]
    [InlineData(1, 599)]
    [InlineData(400, 200)]
    [InlineData(590, 10)]
    public async Task G17_a_browser_keeps_the_file_no_longer_than_the_grant_lives(int after, int left)
    {
        var grant = _service.Grant(_file.Id, _ticket);
        _installation.Clock.Advance(TimeSpan.FromSeconds(after));
        var response = await _service.DownloadAsync(_file.Id, grant);
        Assert.True(response.Headers.CacheControl!.Private);
        Assert.InRange(response.Headers.CacheControl.MaxAge!.Value.TotalSeconds, Math.Max(0, left - 10), left);
    }

    [Fact]
    public async Task G17_an_expired_grant_is_told_from_a_wrong_one()
    {
        var other = await _service.UploadAsync(Build.Gif(), "b.gif");
        var (old, others) = (_service.Grant(_file.Id, _ticket), _service.Grant(other.Id, _ticket));
        _installation.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("grant-expired", await ProblemAsync(old));
        foreach (var wrong in new[] { null, "", "made-up", others, old[..^1], _file.Answer.Receipt, _service.Grant(other.Id, _ticket),
            _service.Grant(_file.Id, Guid.NewGuid())[1..] })
            Assert.Equal("not-found", await ProblemAsync(wrong));

        // It says nothing of whether the file is still there, and a fresh one shows it.
        Assert.Equal(HttpStatusCode.OK, await _service.DownloadStatusAsync(_file.Id, _ticket));
        File.Delete(_installation.PathOf(_file.Id));
        Assert.Equal("grant-expired", await ProblemAsync(old));
    }

    async Task<string> ProblemAsync(string? grant)
    {
        var response = await _service.DownloadAsync(_file.Id, grant);
        Assert.Equal((HttpStatusCode.NotFound, true), (response.StatusCode, response.Headers.CacheControl!.NoStore));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!.Split(':')[^1];
    }

    [Fact]
    public async Task F8_a_file_of_one_ticket_is_not_shown_by_a_grant_of_another()
    {
        var ticket = SampleEvents.Ticket(_installation.Clock.GetUtcNow(), _ticket);
        await _service.HearAsync(SampleEvents.Opened(ticket, _file.Attached));
        await ClaimedAsync();
        Assert.Equal(HttpStatusCode.OK, await _service.DownloadStatusAsync(_file.Id, _ticket));
        Assert.Equal(HttpStatusCode.NotFound, await _service.DownloadStatusAsync(_file.Id, Guid.NewGuid()));

        // Nor can another ticket claim it later.
        await _service.HearAsync(SampleEvents.Opened(SampleEvents.Ticket(_installation.Clock.GetUtcNow()), _file.Attached));
        var last = await _service.UploadAsync(Build.Png());
        await _service.HearAsync(SampleEvents.Opened(ticket, last.Attached));
        await Eventually.HoldsAsync(async () => await _service.DownloadStatusAsync(last.Id, Guid.NewGuid()) == HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.OK, await _service.DownloadStatusAsync(_file.Id, _ticket));
    }

    [Fact]
    public async Task CU18_whoever_sent_it_sees_it_by_its_receipt_until_a_ticket_has_it()
    {
        var response = await PreviewAsync(_file.Id, _file.Answer.Receipt);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Build.Png(), await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/png", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("sandbox; default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("inline", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(response.Headers.CacheControl!.NoStore);

        await _service.HearAsync(SampleEvents.Opened(SampleEvents.Ticket(_installation.Clock.GetUtcNow(), _ticket), _file.Attached));
        await ClaimedAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await PreviewAsync(_file.Id, _file.Answer.Receipt)).StatusCode);
    }

    [Fact]
    public async Task F8_without_the_receipt_of_this_file_nobody_sees_it_before_a_ticket_has_it()
    {
        var other = await _service.UploadAsync(Build.Gif(), "b.gif");
        string[] receipts =
        [
            "", "made-up", _file.Answer.Receipt[..^1], other.Answer.Receipt, _service.Grant(_file.Id, _ticket),
            _service.Seals.Seal(new CaptchaPass(_file.Id, DateTimeOffset.MaxValue)),
        ];
        foreach (var receipt in receipts)
            Assert.Equal(HttpStatusCode.NotFound, (await PreviewAsync(_file.Id, receipt)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PreviewAsync(Guid.NewGuid(), _file.Answer.Receipt)).StatusCode);
        _installation.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.NotFound, (await PreviewAsync(_file.Id, _file.Answer.Receipt)).StatusCode);
    }

    async Task<HttpResponseMessage> PreviewAsync(Guid file, string receipt)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/attachments/{file}");
        request.Headers.TryAddWithoutValidation("Upload-Receipt", receipt);
        return await _service.CreateClient().SendAsync(request);
    }

    [Fact]
    public async Task A_file_that_the_store_has_lost_is_not_there()
    {
        File.Delete(_installation.PathOf(_file.Id));
        Assert.Equal(HttpStatusCode.NotFound, await _service.DownloadStatusAsync(_file.Id, _ticket));
    }

    Task ClaimedAsync() => Eventually.HoldsAsync(async () =>
    {
        await using var db = _installation.Open();
        return await db.Files.AnyAsync(x => x.TicketId == _ticket);
    });
}
