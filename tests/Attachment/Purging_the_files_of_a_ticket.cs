using System.Net;
using System.Security.Cryptography;
using Helpdesk.Attachment.Purging;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Attachment.Tests;

public sealed class Purging_the_files_of_a_ticket(RunningService shared) : IClassFixture<RunningService>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;
    TicketSnapshot _ticket = null!;
    DateTimeOffset _closedAt;

    public async ValueTask InitializeAsync()
    {
        await shared.EmptyAsync();
        _ticket = SampleEvents.Ticket(_installation.Clock.GetUtcNow());
        _closedAt = _ticket.OpenedAt.AddHours(1);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AU4_deletes_files_and_rows_and_the_receipt_names_them()
    {
        var files = await ClaimedAsync(2);
        var stays = (await _service.UploadAsync(Build.Png())).Id;
        var hash = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(_installation.PathOf(files[0].Id))));
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));

        var receipt = await _service.Receipts.OneAsync(_ticket.Id);
        Assert.Equal(
            files.Select(x => (x.Id, x.Answer.FileName, x.Answer.Size)).Order(),
            receipt.Files.Select(x => (x.Id, x.FileName, x.Size)).Order());
        Assert.Equal(hash, receipt.Files.Single(x => x.Id == files[0].Id).Sha256);
        Assert.Equal([_installation.PathOf(stays)], _installation.FilesOnDisk());
        Assert.Equal(stays, (await RowsAsync()).Single());
        Assert.Equal(HttpStatusCode.NotFound, await _service.DownloadStatusAsync(files[0].Id, _ticket.Id));
    }

    [Fact]
    public async Task AU4_a_ticket_without_files_gets_its_receipt_too()
    {
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        Assert.Empty((await _service.Receipts.OneAsync(_ticket.Id)).Files);
    }

    [Fact]
    public async Task F12_a_file_that_cannot_be_deleted_keeps_its_row_and_is_tried_again()
    {
        var files = await ClaimedAsync(3);
        _installation.Jam(files[1].Id);
        var due = _installation.Clock.GetUtcNow();
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));

        var waiting = await PurgeAsync(x => x.Attempts > 0);
        Assert.NotEmpty(waiting.Reason!);
        Assert.True(waiting.NextAttemptAt > due.AddSeconds(1));
        Assert.Equal(3, (await RowsAsync()).Count);
        Assert.Empty(_service.Receipts.Of(_ticket.Id));
        Assert.All(files, x => Assert.Equal(HttpStatusCode.NotFound, _service.DownloadStatusAsync(x.Id, _ticket.Id).Result));

        _installation.Unjam(files[1].Id);
        _installation.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(3, (await _service.Receipts.OneAsync(_ticket.Id)).Files.Count);
        Assert.Empty(await RowsAsync());
        await PurgeAsync(x => x is { SettledAt: not null, NextAttemptAt: null, Reason: null });
    }

    [Fact]
    public async Task F12_a_file_that_is_gone_already_does_not_hold_up_the_receipt()
    {
        var files = await ClaimedAsync(2);
        Directory.Delete(Path.Combine(_installation.Storage, "files"), true);
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        Assert.Equal(files.Select(x => x.Id).Order(), (await _service.Receipts.OneAsync(_ticket.Id)).Files.Select(x => x.Id).Order());
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task AU4_a_ticket_that_was_reopened_keeps_its_files()
    {
        var files = await ClaimedAsync(1);
        await _service.HearAsync(SampleEvents.Reopened(_ticket, _closedAt.AddDays(7)));
        await PurgeAsync(x => x.ReopenedAt is not null);
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        var other = SampleEvents.Ticket(_ticket.OpenedAt);
        await _service.HearAsync(SampleEvents.Due(other, _closedAt));
        await _service.Receipts.OneAsync(other.Id);

        Assert.Empty(_service.Receipts.Of(_ticket.Id));
        Assert.Equal(HttpStatusCode.OK, await _service.DownloadStatusAsync(files[0].Id, _ticket.Id));

        // Closed once more, their time comes again.
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt.AddDays(8)));
        Assert.Equal(files[0].Id, Assert.Single((await _service.Receipts.OneAsync(_ticket.Id)).Files).Id);
    }

    [Fact]
    public async Task AU4_when_reopened_half_way_what_is_left_stays_and_the_receipt_names_what_is_gone()
    {
        var files = await ClaimedAsync(2);
        _installation.Jam(files[1].Id);
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        await PurgeAsync(x => x.Attempts > 0);
        await _service.HearAsync(SampleEvents.Reopened(_ticket, _closedAt.AddDays(8)));

        Assert.Equal(files[0].Id, Assert.Single((await _service.Receipts.OneAsync(_ticket.Id)).Files).Id);
        Assert.Equal([files[1].Id], await RowsAsync());
        _installation.Clock.Advance(TimeSpan.FromDays(1));
        await PurgeAsync(x => x.SettledAt is not null);
        Assert.Single(_service.Receipts.Of(_ticket.Id));
    }

    [Fact]
    public async Task AU4_F12_a_merged_ticket_keeps_what_is_left_when_the_one_it_went_into_is_reopened()
    {
        var other = SampleEvents.Ticket(_ticket.OpenedAt);
        var file = await JammedAsync();
        await _service.HearAsync(SampleEvents.Reopened(other, _closedAt.AddDays(8), mergedFrom: _ticket.Id));
        await StaysAsync(file);

        // The other one closed once more, the time of both comes again.
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt.AddDays(9)));
        Assert.Equal(file, Assert.Single((await _service.Receipts.OneAsync(_ticket.Id)).Files).Id);
    }

    [Fact]
    public async Task AU4_F12_a_closed_ticket_that_is_merged_into_an_open_one_keeps_what_is_left()
    {
        var file = await JammedAsync();
        await _service.HearAsync(SampleEvents.Merged(_ticket, SampleEvents.Ticket(_ticket.OpenedAt), _closedAt.AddDays(8)));
        await StaysAsync(file);
    }

    [Fact]
    public async Task AU4_F12_and_so_does_what_was_merged_into_it_before()
    {
        var file = await JammedAsync();
        var (merged, into) = (SampleEvents.Ticket(_ticket.OpenedAt), SampleEvents.Ticket(_ticket.OpenedAt));
        await _service.HearAsync(SampleEvents.Merged(merged, into, _closedAt.AddDays(8), _ticket.Id));
        await StaysAsync(file);
    }

    [Fact]
    public async Task What_came_after_the_closing_is_not_purged_by_it()
    {
        await ClaimedAsync(1);
        var later = await _service.UploadAsync(Build.Png());
        await _service.HearAsync(SampleEvents.RepliedByCustomer(_ticket, _closedAt.AddMinutes(1), later.Attached));
        await Eventually.HoldsAsync(async () => (await FilesAsync()).Count(x => x.TicketId == _ticket.Id) == 2);
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        Assert.DoesNotContain((await _service.Receipts.OneAsync(_ticket.Id)).Files, x => x.Id == later.Id);
        Assert.Equal(HttpStatusCode.OK, await _service.DownloadStatusAsync(later.Id, _ticket.Id));
    }

    [Fact]
    public async Task A_claim_that_comes_after_the_purge_is_purged_too()
    {
        var late = await _service.UploadAsync(Build.Png());
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        Assert.Empty((await _service.Receipts.OneAsync(_ticket.Id)).Files);
        await _service.HearAsync(SampleEvents.Opened(_ticket, late.Attached));
        await Eventually.HoldsAsync(() => _service.Receipts.Of(_ticket.Id).Count == 2);
        Assert.Equal(late.Id, Assert.Single(_service.Receipts.Of(_ticket.Id)[1].Files).Id);
        Assert.Empty(_installation.FilesOnDisk());
    }

    [Fact]
    public async Task Claim_and_purge_at_the_same_moment_leave_nothing_behind()
    {
        for (var round = 0; round < 10; round++)
        {
            var (ticket, file) = (SampleEvents.Ticket(_ticket.OpenedAt), await _service.UploadAsync(Build.Png()));
            await Task.WhenAll(
                _service.HearAsync(SampleEvents.Due(ticket, _closedAt)),
                _service.HearAsync(SampleEvents.Opened(ticket, file.Attached)));
            await Eventually.HoldsAsync(() => _service.Receipts.Of(ticket.Id).Any(x => x.Files.Any(y => y.Id == file.Id)));
        }

        Assert.Empty(_installation.FilesOnDisk());
    }

    [Fact]
    public async Task A_settled_purge_is_forgotten_after_a_month()
    {
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        await PurgeAsync(x => x.SettledAt is not null);
        _installation.Clock.Advance(TimeSpan.FromDays(31));
        await using var db = _installation.Open();
        await Eventually.HoldsAsync(async () => !await db.Purges.AnyAsync());
    }

    /// <summary>A file whose time is over, but which the disk does not let go.</summary>
    async Task<Guid> JammedAsync()
    {
        var file = (await ClaimedAsync(1))[0].Id;
        _installation.Jam(file);
        await _service.HearAsync(SampleEvents.Due(_ticket, _closedAt));
        await PurgeAsync(x => x.Attempts > 0);
        return file;
    }

    async Task StaysAsync(Guid file)
    {
        await PurgeAsync(x => x is { SettledAt: not null, NextAttemptAt: null });
        _installation.Unjam(file);
        _installation.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal([file], await RowsAsync());
        Assert.Empty(_service.Receipts.Of(_ticket.Id));
    }

    async Task<List<Replica.Uploaded>> ClaimedAsync(int count)
    {
        var files = new List<Replica.Uploaded>();
        for (var i = 0; i < count; i++)
            files.Add(await _service.UploadAsync(Build.Png(), $"{i}.png"));
        await _service.HearAsync(SampleEvents.Opened(_ticket, [.. files.Select(x => x.Attached)]));
        await Eventually.HoldsAsync(async () => (await FilesAsync()).Count(x => x.TicketId == _ticket.Id) == count);
        return files;
    }

    async Task<Purge> PurgeAsync(Func<Purge, bool> expected)
    {
        Purge? purge = null;
        await Eventually.HoldsAsync(async () =>
        {
            await using var db = _installation.Open();
            purge = await db.Purges.SingleOrDefaultAsync(x => x.TicketId == _ticket.Id);
            return purge is not null && expected(purge);
        });
        return purge!;
    }

    async Task<List<Guid>> RowsAsync() => (await FilesAsync()).ConvertAll(x => x.Id);

    async Task<List<Storing.StoredFile>> FilesAsync()
    {
        await using var db = _installation.Open();
        return await db.Files.AsNoTracking().ToListAsync();
    }
}
