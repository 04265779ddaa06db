using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class What_a_ticket_keeps : TicketingTest
{
    [Fact]
    public async Task AU6_F37_numbers_are_counted_and_tell_nothing_of_the_secret()
    {
        var (one, two) = (await OpenAsync(), await OpenAsync());
        Assert.Equal(int.Parse(one.Number[3..], null) + 1, int.Parse(two.Number[3..], null));
        Assert.NotEqual(one.Secret, two.Secret);
        (await Service.TrackAsync(one.Number)).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task AU7_F39_hours_are_kept_and_told_in_utc()
    {
        var before = Installation.Clock.GetUtcNow().AddSeconds(-1);
        var ticket = await OpenForAnaAsync();
        Service.Jump(TimeSpan.FromHours(3));
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        var view = (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}")).Json;
        foreach (var (hour, ago) in new[] { ("openedAt", 3), ("updatedAt", 0), ("closedAt", 0) })
        {
            var told = view.GetProperty(hour).GetDateTimeOffset();
            Assert.Equal(TimeSpan.Zero, told.Offset);
            Assert.InRange(told, before.AddHours(3 - ago), Installation.Clock.GetUtcNow());
        }

        Assert.Equal("timestamp with time zone", await Service.ReadAsync(db => db.Database.SqlQuery<string>(
            $"""
            select string_agg(distinct data_type, ',') as "Value" from information_schema.columns
            where table_name in ('ticket', 'message', 'timeline_entry') and column_name like '%\_at'
            """).SingleAsync()));
    }

    public static TheoryData<TicketStatus> Statuses => [.. Enum.GetValues<TicketStatus>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task AU8_every_status_goes_where_the_table_says_and_nowhere_else(TicketStatus from)
    {
        foreach (var to in Enum.GetValues<TicketStatus>())
        {
            var ticket = await OpenForAnaAsync();
            if (from != TicketStatus.New)
                await SetAsync(ticket, from);
            var status = (await SetAsync(ticket, to)).Status;
            Assert.Equal(
                to == from || TicketStatusTransitions.Allows(from, to) ? HttpStatusCode.NoContent : HttpStatusCode.Conflict, status);
            Assert.Equal((status == HttpStatusCode.NoContent ? to : from).ToString(), await StatusAsync(ticket));
        }

        Task<Fixtures.Answer> SetAsync(Opened ticket, TicketStatus to) =>
            Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/status", new { status = to.ToString() });
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\u0000")]
    public async Task CU10_an_empty_reply_is_refused_by_name(string text)
    {
        var ticket = await OpenAsync();
        Assert.Equal(
            ["text"],
            (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text }))
                .Expect(HttpStatusCode.BadRequest).Wrong);
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Hello?" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal("Hello?", (await Heard.OneAsync<CustomerReplied>(_ => true)).Text);
        Assert.Single(Heard.All<CustomerReplied>());
    }

    [Fact]
    public async Task CU13_its_customer_is_told_when_it_will_close_only_while_staff_waits_for_them()
    {
        var ticket = await OpenForAnaAsync();
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await ClosingAsync()).ValueKind);
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "?" })).Expect(HttpStatusCode.Created);
        var closing = await ClosingAsync();
        Assert.Equal(
            72, (closing.GetProperty("closesAt").GetDateTimeOffset() - closing.GetProperty("repliedAt").GetDateTimeOffset()).TotalHours);
        (await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "!" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await ClosingAsync()).ValueKind);

        async Task<System.Text.Json.JsonElement> ClosingAsync() =>
            (await Service.TrackAsync(ticket.Secret)).Json.GetProperty("ticket").GetProperty("closing");
    }

    [Fact]
    public async Task AD8_a_dispatcher_closes_any_ticket_and_a_stranger_none()
    {
        var (anas, free) = (await OpenForAnaAsync(), await OpenAsync());
        (await Service.As(Account.Agent("Bruno Agent")).PutAsync($"/api/tickets/{anas.Number}/closure", new { }))
            .Expect(HttpStatusCode.NotFound);
        foreach (var ticket in new[] { anas, free })
        {
            (await Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
            Assert.Equal(
                (ClosingReason.ByStaff, "Dora Dispatcher"),
                await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id) is var told
                    ? (told.Reason, told.ClosedBy.Name)
                    : default);
        }
    }

    [Fact]
    public async Task F30_the_longest_subject_goes_all_the_way()
    {
        var subject = new string('ñ', 255);
        var opened = (await Service.Anonymous().PostAsync("/api/tickets", Form(subject: subject), ("Captcha-Pass", Service.CaptchaPass())))
            .Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PutAsync($"/api/tickets/{opened["number"]}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Service.Jump(TimeSpan.FromDays(8));
        (await Service.ByLink(opened["trackingSecret"]).PostAsync($"/api/tickets/{opened["number"]}/replies", new { text = "Again" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal(subject, (await Heard.OneAsync<TicketOpened>(x => x.FollowUpOf is not null)).Ticket.Subject);
    }
}
