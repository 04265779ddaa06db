using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_closed_ticket : TicketingTest
{
    [Fact]
    public async Task CU11_is_closed_by_its_customer_who_may_say_a_word()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.ByLink(ticket.Secret).PutAsync($"/api/tickets/{ticket.Number}/closure", new { comment = "Solved with water." }))
            .Expect(HttpStatusCode.NoContent);
        var closed = await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal(
            (ClosingReason.SolvedByCustomer, ActorKind.Customer, "Solved with water."),
            (closed.Reason, closed.ClosedBy.Kind, closed.Comment));
        var conversation = (await Service.TrackAsync(ticket.Secret)).Json.GetProperty("messages").GetProperty("items")
            .EnumerateArray().ToList();
        Assert.Equal(["It smokes.", "Solved with water.", ""], conversation.Select(x => x.GetProperty("text").GetString()));
        Assert.Equal("ClosedSolvedByCustomer", conversation[2].GetProperty("entry").GetString());
    }

    [Fact]
    public async Task CU12_opens_again_by_a_reply_of_its_customer_within_seven_days()
    {
        var ticket = await ClosedAsync();
        Service.Jump(TimeSpan.FromDays(6.9));
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Again!" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal("InProgress", await StatusAsync(ticket));
        var (reopened, replied) = (await Heard.OneAsync<TicketReopened>(x => x.Ticket.Id == ticket.Id), await Heard
                .OneAsync<CustomerReplied>(x => x.Ticket.Id == ticket.Id));
        Assert.Equal(reopened.Ticket.Version + 1, replied.Ticket.Version);
    }

    [Fact]
    public async Task CU12_is_not_opened_again_by_its_customer_after_the_window_while_staff_may_always()
    {
        var ticket = await ClosedAsync();
        Service.Jump(TimeSpan.FromDays(7.1));
        Assert.Equal(
            "reopen-window-over",
            (await Service.ByLink(ticket.Secret).DeleteAsync($"/api/tickets/{ticket.Number}/closure"))
                .Expect(HttpStatusCode.Conflict).Problem);
        Assert.Equal("Closed", await StatusAsync(ticket));
        (await Service.As(Ana).DeleteAsync($"/api/tickets/{ticket.Number}/closure")).Expect(HttpStatusCode.NoContent);
        Assert.Equal("InProgress", await StatusAsync(ticket));
    }

    [Fact]
    public async Task AU4_its_files_are_due_for_purging_after_seven_days_once()
    {
        var ticket = await ClosedAsync(Service.Upload());
        await TimersBecomeAsync(ticket, "purge");
        Service.Jump(TimeSpan.FromDays(7.01));
        var due = await Heard.OneAsync<AttachmentsPurgeDue>(x => x.TicketId == ticket.Id);
        Assert.Equal(ticket.Number, due.Number);
        await TimersBecomeAsync(ticket, "");
        Assert.Single(Heard.All<AttachmentsPurgeDue>());
    }

    [Fact]
    public async Task F12_N10_the_purges_receipt_stays_in_the_history_and_the_file_is_offered_no_more()
    {
        var ticket = await ClosedAsync(Service.Upload("cat.png"));
        var file = (await FilesAsync(ticket))[0];
        await Service.HearAsync(new AttachmentsPurged
        {
            TicketId = ticket.Id, PurgedAt = Installation.Clock.GetUtcNow(),
            Files = [new() { Id = file.GetProperty("id").GetGuid(), FileName = "cat.png", Size = 12345, Sha256 = new string('a', 64) }],
        });
        await Eventually
            .HoldsAsync(async () => (await FilesAsync(ticket))[0].GetProperty("url").ValueKind == System.Text.Json.JsonValueKind.Null);
        var timeline = (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/timeline")).Text;
        Assert.Contains("AttachmentsPurged", timeline, StringComparison.Ordinal);
        Assert.Contains($"cat.png, sha256 {new string('a', 64)}", timeline, StringComparison.Ordinal);
    }

    async Task<List<System.Text.Json.JsonElement>> FilesAsync(Opened ticket) =>
        [.. (await Service.As(Dora).GetAsync($"/api/tickets/{ticket.Number}/messages")).Items[0].GetProperty("attachments")
            .EnumerateArray()];

    async Task<Opened> ClosedAsync(params string[] uploads)
    {
        var ticket = await OpenForAnaAsync(uploads);
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        return ticket;
    }
}
