using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;

namespace Helpdesk.Ticketing.Tests;

public sealed class A_merge_that_brings_words : TicketingTest
{
    [Fact]
    public async Task G9_to_which_nobody_has_answered_counts_as_the_customers_reply()
    {
        var into = await AnsweredAsync();
        Service.Jump(TimeSpan.FromHours(49));
        await Heard.OneAsync<ClosingWarningIssued>(x => x.Ticket.Id == into.Id);
        var brought = await OpenForAnaAsync();
        await MergeAsync(brought, into);

        var merged = await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == brought.Id);
        Assert.Equal((true, TicketStatus.InProgress), (merged.BroughtCustomerReply, merged.Into.Status));
        await TimersBecomeAsync(into, "");
        Service.Jump(TimeSpan.FromHours(72));
        await OpenForAnaAsync();
        Assert.Equal("InProgress", await StatusAsync(into));
        Assert.DoesNotContain(Heard.All<TicketClosed>(), x => x.Ticket.Id == into.Id);
        // Told once, by the merge alone.
        Assert.Empty(Heard.All<CustomerReplied>());
        Assert.Empty(Heard.All<TicketStatusChanged>());
    }

    [Fact]
    public async Task G9_that_are_older_than_the_answer_or_answered_where_they_were_said_leaves_the_clock_alone()
    {
        var older = await OpenForAnaAsync();
        Service.Jump(TimeSpan.FromMinutes(1));
        var into = await AnsweredAsync();
        await MergeAsync(older, into);
        Assert.False((await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == older.Id)).BroughtCustomerReply);

        Service.Jump(TimeSpan.FromMinutes(1));
        var answered = await OpenForAnaAsync();
        Service.Jump(TimeSpan.FromMinutes(1));
        (await Service.As(Ana).PostAsync($"/api/tickets/{answered.Number}/replies", new { text = "Done." })).Expect(HttpStatusCode.Created);
        await MergeAsync(answered, into);
        Assert.False((await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == answered.Id)).BroughtCustomerReply);
        Assert.Equal("WaitingOnCustomer", await StatusAsync(into));
        await TimersBecomeAsync(into, "warning closing");
    }

    [Fact]
    public async Task G9_a_note_is_no_answer_to_them()
    {
        var into = await AnsweredAsync();
        Service.Jump(TimeSpan.FromMinutes(1));
        var brought = await OpenForAnaAsync();
        Service.Jump(TimeSpan.FromMinutes(1));
        (await Service.As(Ana).PostAsync($"/api/tickets/{brought.Number}/notes", new { text = "the same" })).Expect(HttpStatusCode.Created);
        await MergeAsync(brought, into);
        Assert.True((await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == brought.Id)).BroughtCustomerReply);
    }

    [Fact]
    public async Task G9_words_that_came_along_from_an_earlier_merge_count_too()
    {
        var into = await AnsweredAsync();
        Service.Jump(TimeSpan.FromMinutes(1));
        var (first, second) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        Service.Jump(TimeSpan.FromMinutes(1));
        (await Service.ByLink(first.Secret).PostAsync($"/api/tickets/{first.Number}/replies", new { text = "Hello?" }))
            .Expect(HttpStatusCode.Created);
        await MergeAsync(first, second);
        await MergeAsync(second, into);
        Assert.True((await Heard.OneAsync<TicketMerged>(x => x.Ticket.Id == second.Id)).BroughtCustomerReply);
        Assert.Equal("InProgress", await StatusAsync(into));
    }

    async Task MergeAsync(Opened ticket, Opened into) =>
        (await Service.As(Dora).PostAsync($"/api/tickets/{ticket.Number}/merge", new { into = into.Number }))
            .Expect(HttpStatusCode.NoContent);
}
