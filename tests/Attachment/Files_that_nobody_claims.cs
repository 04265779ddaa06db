using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Attachment.Tests.Images;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Helpdesk.ServiceDefaults.Protection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Attachment.Tests;

public sealed class Files_that_nobody_claims(ServiceWithLittleRoom shared) : IClassFixture<ServiceWithLittleRoom>, IAsyncLifetime
{
    readonly Installation _installation = shared.Installation;
    readonly Replica _service = shared.Service;

    // What the service counted in the test before is older than a second.
    public ValueTask InitializeAsync()
    {
        _installation.Clock.Advance(TimeSpan.FromSeconds(2));
        _service.ExpectedServerErrors.Clear();
        return shared.EmptyAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task F9_are_swept_after_a_day_and_claimed_ones_stay()
    {
        var (opened, answered) = (await _service.UploadAsync(Build.Png()), await _service.UploadAsync(Build.Gif(), "a.gif"));
        var (replied, lost) = (await _service.UploadAsync(Build.Png()), await _service.UploadAsync(Build.Png()));
        var (ticket, now) = (SampleEvents.Ticket(_installation.Clock.GetUtcNow()), _installation.Clock.GetUtcNow());
        await _service.PublishAsync(SampleEvents.Opened(ticket, opened.Attached));
        await _service.PublishAsync(SampleEvents.RepliedByAgent(ticket, now, answered.Attached));
        await _service.PublishAsync(SampleEvents.RepliedByCustomer(ticket, now, replied.Attached));
        await Eventually.HoldsAsync(async () => await CountAsync(x => x.TicketId == ticket.Id && x.SweepAt == null) == 3);

        _installation.Clock.Advance(TimeSpan.FromHours(23));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => _service.UploadAsync(Build.Png())));
        Assert.True(File.Exists(_installation.PathOf(lost.Id)));
        _installation.Clock.Advance(TimeSpan.FromHours(1));
        await Eventually.HoldsAsync(() => !File.Exists(_installation.PathOf(lost.Id)));
        await Eventually.HoldsAsync(async () => await CountAsync(x => x.Id == lost.Id) == 0);
        Assert.All([opened, answered, replied], x => Assert.True(File.Exists(_installation.PathOf(x.Id))));
        Assert.Equal(HttpStatusCode.OK, await _service.DownloadStatusAsync(answered.Id, ticket.Id));
    }

    [Fact]
    public async Task Their_receipt_ends_long_before()
    {
        var uploaded = await _service.UploadAsync(Build.Png());
        _installation.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Null(_service.Services.GetRequiredService<ValueProtector>().Unprotect<UploadReceipt>(uploaded.Answer.Receipt));
        Assert.True(File.Exists(_installation.PathOf(uploaded.Id)));
    }

    [Fact]
    public async Task An_event_that_comes_twice_changes_nothing()
    {
        var uploaded = await _service.UploadAsync(Build.Png());
        var ticket = SampleEvents.Ticket(_installation.Clock.GetUtcNow());
        var (opened, id) = (SampleEvents.Opened(ticket, uploaded.Attached), Guid.CreateVersion7());
        await _service.PublishAsync(opened, id);
        await _service.PublishAsync(opened, id);
        await _service.PublishAsync(opened);
        await Eventually.HoldsAsync(async () => await CountAsync(x => x.TicketId == opened.Ticket.Id && x.SweepAt == null) == 1);
    }

    [Fact]
    public async Task One_that_cannot_be_deleted_keeps_its_row_and_does_not_hold_up_others()
    {
        var (jammed, other) = (await _service.UploadAsync(Build.Png()), await _service.UploadAsync(Build.Png()));
        _installation.Jam(jammed.Id);
        _installation.Clock.Advance(TimeSpan.FromHours(25));
        await Eventually.HoldsAsync(async () => await CountAsync(x => x.Id == other.Id) == 0);
        Assert.Equal(1, await CountAsync(x => x.Id == jammed.Id));

        _installation.Unjam(jammed.Id);
        _installation.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.HoldsAsync(async () => await CountAsync(x => true) == 0);
    }

    [Fact]
    public async Task What_an_interrupted_upload_left_behind_is_swept_too()
    {
        Directory.CreateDirectory(Path.Combine(_installation.Storage, "incoming"));
        var half = Path.Combine(_installation.Storage, "incoming", $"{Guid.CreateVersion7(_installation.Clock.GetUtcNow()):N}");
        await File.WriteAllTextAsync(half, "half");
        await _service.UploadAsync(Build.Png());
        Assert.True(File.Exists(half));
        _installation.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.HoldsAsync(() => !File.Exists(half));
    }

    [Fact]
    public async Task Strangers_cannot_fill_the_disk()
    {
        var large = Build.Large(4_000_000);
        await _service.UploadAsync(large);
        await _service.UploadAsync(large);
        _installation.Clock.Advance(TimeSpan.FromSeconds(2));
        _service.ExpectedServerErrors.Add(HttpStatusCode.ServiceUnavailable);
        var refused = await _service.SendAsync(Build.Png());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        var customers = await _service.SendAsync(Build.Png(), by: _service.As(AccountRoles.Customer));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, customers.StatusCode);

        _installation.Clock.Advance(TimeSpan.FromHours(25));
        await Eventually.HoldsAsync(async () => (await _service.SendAsync(Build.Png())).StatusCode == HttpStatusCode.Created);
    }

    [Fact]
    public async Task Strangers_who_fill_it_do_not_keep_staff_from_working()
    {
        var large = Build.Large(4_000_000);
        await _service.UploadAsync(large);
        await _service.UploadAsync(large);
        _installation.Clock.Advance(TimeSpan.FromSeconds(2));
        _service.ExpectedServerErrors.Add(HttpStatusCode.ServiceUnavailable);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _service.SendAsync(Build.Png())).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await _service.SendAsync(Build.Png(), by: _service.As(AccountRoles.Agent))).StatusCode);
    }

    async Task<int> CountAsync(System.Linq.Expressions.Expression<Func<Storing.StoredFile, bool>> which)
    {
        await using var db = _installation.Open();
        return await db.Files.CountAsync(which);
    }
}
