using System.Net;
using System.Text.Json;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Files_of_merged_tickets : TicketingTest
{
    [Fact]
    public async Task AU4_F12_the_files_live_as_long_as_the_ticket_that_goes_on()
    {
        var (one, two) = (await OpenForAnaAsync(Service.Upload("one.png")), await OpenForAnaAsync());
        (await MergeAsync(Ana, one, two)).Expect(HttpStatusCode.NoContent);
        await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == one.Id);
        Service.Jump(TimeSpan.FromDays(8));
        (await Service.As(Ana).PutAsync($"/api/tickets/{two.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await TimersBecomeAsync(two, "purge");
        Assert.Empty(Heard.All<AttachmentsPurgeDue>());
        Service.Jump(TimeSpan.FromDays(7.1));
        Assert.Equal(one.Number, (await Heard.OneAsync<AttachmentsPurgeDue>(x => x.TicketId == one.Id)).Number);
        Assert.Equal(two.Number, (await Heard.OneAsync<AttachmentsPurgeDue>(x => x.TicketId == two.Id)).Number);

        var file = await Service.ReadAsync(db => db.Attachments.SingleAsync(x => x.TicketId == one.Id));
        await Service.PublishAsync(
                new AttachmentsPurged { TicketId = one.Id, PurgedAt = Installation.Clock.GetUtcNow(), Files = [new() { Id = file.Id,
                    FileName = "one.png", Size = 1, Sha256 = new string('a', 64) }] });
        await Eventually.HoldsAsync(
                async () =>
                    (await Service.As(Dora).GetAsync($"/api/tickets/{two.Number}/timeline")).Text
                        .Contains("one.png", StringComparison.Ordinal));
        Assert.Equal(0, await Service.ReadAsync(db => db.Tickets.Where(x => x.Id == two.Id).Select(x => x.KeptFiles).SingleAsync()));
    }

    [Fact]
    public async Task AU4_F12_opened_again_it_tells_whose_files_live_again()
    {
        var (one, two, three) = (await OpenForAnaAsync(), await OpenForAnaAsync(), await OpenForAnaAsync());
        (await MergeAsync(Ana, one, two)).Expect(HttpStatusCode.NoContent);
        Assert.Empty((await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == one.Id)).MergedFrom);
        (await MergeAsync(Ana, two, three)).Expect(HttpStatusCode.NoContent);
        Assert.Equal([one.Id], (await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == two.Id)).MergedFrom);

        (await Service.As(Ana).PutAsync($"/api/tickets/{three.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).DeleteAsync($"/api/tickets/{three.Number}/closure")).Expect(HttpStatusCode.NoContent);
        Assert.Equal(
            new[] { one.Id, two.Id }.Order(), (await Heard.OneAsync<TicketReopened>(x => x.Ticket.Id == three.Id)).MergedFrom.Order());
    }

    Task<Answer> MergeAsync(Account caller, Opened ticket, Opened into) =>
        Service.As(caller).PostAsync($"/api/tickets/{ticket.Number}/merge", new { into = into.Number });
}
