using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Working_on_a_ticket : TicketingTest
{
    [Fact]
    public async Task AG3_an_agents_answer_waits_for_the_customer_and_is_told()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Pull the plug." }))
            .Expect(HttpStatusCode.Created);
        var told = await Heard.OneAsync<AgentReplied>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal(("Pull the plug.", TicketStatus.WaitingOnCustomer, "Ana Agent"), (told.Text, told.Ticket.Status, told.Author.Name));
    }

    [Fact]
    public async Task AG3_the_answer_may_say_where_the_ticket_goes()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Waiting for a part.", status = "OnHold" }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal("OnHold", await StatusAsync(ticket));
        Assert.Equal(
            "transition-not-allowed",
            (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "x", status = "New" }))
                .Expect(HttpStatusCode.Conflict).Problem);
    }

    [Fact]
    public async Task F15_nobody_answers_on_a_closed_ticket_and_staff_never_speaks_as_the_customer()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        Assert.Equal(
            "ticket-closed",
            (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "late" }))
                .Expect(HttpStatusCode.Conflict).Problem);
        (await Service.As(Ana).GetAsync("/api/tracking")).Expect(HttpStatusCode.Unauthorized);
        var messages = (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}/messages")).Items.EnumerateArray().ToList();
        Assert.Equal(["PublicReply", "SystemEntry"], messages.Select(x => x.GetProperty("kind").GetString()));
        Assert.Empty(Heard.All<AgentReplied>());
    }

    [Fact]
    public async Task AG4_F36_an_internal_note_reaches_staff_and_never_the_customer()
    {
        var carl = Account.Customer("Carl Customer");
        var number = (await Service.As(carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        var secret = (await Service.As(carl).PostAsync("/api/tickets", Form()))["trackingSecret"];
        (await Service.As(Dora).PostAsync($"/api/tickets/{number}/notes", new { text = "top secret" })).Expect(HttpStatusCode.Created);
        Assert.Contains("top secret", (await Service.As(Dora).GetAsync($"/api/tickets/{number}/messages")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "top secret", (await Service.As(carl).GetAsync($"/api/tickets/{number}/messages")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("top secret", (await Service.TrackAsync(secret)).Text, StringComparison.Ordinal);
        (await Service.As(carl).GetAsync($"/api/tickets/{number}/timeline")).Expect(HttpStatusCode.Forbidden);
        (await Service.As(carl).PostAsync($"/api/tickets/{number}/notes", new { text = "x" })).Expect(HttpStatusCode.Forbidden);
        Assert.DoesNotContain(
            "top secret",
            System.Text.Json.JsonSerializer
                .Serialize(await Heard.OneAsync<InternalNoteAdded>(x => x.Ticket.Number == number)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("InProgress")]
    [InlineData("OnHold")]
    [InlineData("Resolved")]
    public async Task AG5_status_by_hand_is_told_with_before_and_after(string status)
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/status", new { status })).Expect(HttpStatusCode.NoContent);
        var told = await Heard.OneAsync<TicketStatusChanged>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal((TicketStatus.New, status), (told.From, told.To.ToString()));
    }

    [Fact]
    public async Task AG5_a_wrong_transition_is_refused_with_the_allowed_ones_and_the_same_state_is_nothing()
    {
        var ticket = await OpenForAnaAsync();
        var refused = (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/status", new { status = "Resolved" }))
            .Expect(HttpStatusCode.NoContent);
        refused = (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/status", new { status = "OnHold" }))
            .Expect(HttpStatusCode.Conflict);
        Assert.Equal(
            ["InProgress", "WaitingOnCustomer", "Closed"], refused.Json.GetProperty("allowed").EnumerateArray().Select(x => x.GetString()));
        var version = (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}"))["version"];
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/status", new { status = "Resolved" }))
            .Expect(HttpStatusCode.NoContent);
        Assert.Equal(version, (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}"))["version"]);
    }

    [Fact]
    public async Task F12_closing_a_closed_ticket_does_not_stamp_it_anew()
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { comment = "Done." }))
            .Expect(HttpStatusCode.NoContent);
        var closedAt = (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}"))["closedAt"];
        Service.Jump(TimeSpan.FromHours(5));
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        (await Service.ByLink(ticket.Secret).SendAsync(HttpMethod.Put, $"/api/tickets/{ticket.Number}/closure"))
            .Expect(HttpStatusCode.NoContent);
        Assert.Equal(closedAt, (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}"))["closedAt"]);
        var told = await Heard.OneAsync<TicketClosed>(x => x.Ticket.Id == ticket.Id);
        Assert.Equal(("Done.", ClosingReason.ByStaff), (told.Comment, told.Reason));
        Assert.Single(Heard.All<TicketClosed>());
    }

    [Fact]
    public async Task AU5_the_timeline_tells_who_did_what_in_order()
    {
        var ticket = await OpenForAnaAsync();
        await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Hello" });
        await Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Hello back" });
        await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/priority", new { priority = "Urgent" });
        await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { });
        await Service.As(Ana).DeleteAsync($"/api/tickets/{ticket.Number}/closure");
        var entries = (await Service.As(Ana).GetAsync($"/api/tickets/{ticket.Number}/timeline")).Items.EnumerateArray().ToList();
        Assert.Equal(
            ["Opened", "Assigned", "AgentReplied", "CustomerReplied", "PriorityChanged", "Closed", "Reopened"],
            entries.Select(x => x.GetProperty("kind").GetString()));
        Assert.Equal(
            ["Cleo Customer", "", "Ana Agent", "Cleo Customer", "Ana Agent", "Ana Agent", "Ana Agent"],
            entries.Select(x => x.GetProperty("actorName").GetString()));
        Assert.Equal("It was their turn.", entries[1].GetProperty("details").GetProperty("reason").GetString());
        Assert.Equal(Enumerable.Range(1, 7), entries.Select(x => x.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task Two_people_who_answer_at_once_are_both_heard()
    {
        var ticket = await OpenForAnaAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => i % 2 == 0
            ? Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = $"{i}" })
            : Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = $"{i}" })));
        Assert.All(answers, x => x.Expect(HttpStatusCode.Created));
        Assert.Equal(11, await Service.ReadAsync(db => db.Messages.CountAsync(x => x.TicketId == ticket.Id)));
        var versions = await Service
            .ReadAsync(db => db.Timeline.Where(x => x.TicketId == ticket.Id).OrderBy(x => x.Version).Select(x => x.Version).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 12).Select(x => (long)x), versions);
    }

    [Fact]
    public async Task Who_acts_on_what_they_saw_earlier_is_told_who_changed_what()
    {
        var ticket = await OpenForAnaAsync();
        var path = $"/api/tickets/{ticket.Number}";
        var seen = (await Service.As(Ana).GetAsync(path))["version"];
        (await Service.As(Dora).PostAsync($"{path}/notes", new { text = "careful" })).Expect(HttpStatusCode.Created);
        (await Service.As(Dora).PutAsync($"{path}/priority", new { priority = "Urgent" })).Expect(HttpStatusCode.NoContent);

        var refused = (await Service.As(Ana).SendAsync(
                HttpMethod.Put, $"{path}/status", new { status = "OnHold" }, ("If-Match", $"\"{seen}\"")))
                    .Expect(HttpStatusCode.PreconditionFailed);
        Assert.Equal("changed-meanwhile", refused.Problem);
        Assert.Equal(["PriorityChanged by Dora Dispatcher", "NoteAdded by Dora Dispatcher"], Told(refused));
        Assert.Equal("New", await StatusAsync(ticket));
        (await Service.As(Ana).SendAsync(
                HttpMethod.Put, $"{path}/status", new { status = "OnHold" }, (
                    "If-Match", $"\"{refused["version"]}\""))).Expect(HttpStatusCode.NoContent);

        // Of a note the customer does not even learn that it exists.
        var customer = (await Service.ByLink(ticket.Secret).SendAsync(
                HttpMethod.Post, $"/api/tickets/{ticket.Number}/replies", new { text = "x" }, ("If-Match", $"\"{seen}\"")))
                    .Expect(HttpStatusCode.PreconditionFailed);
        Assert.Equal(["StatusChanged by Ana", "PriorityChanged by Dora"], Told(customer));

        static IEnumerable<string> Told(Answer answer) =>
            answer.Json.GetProperty("changes").EnumerateArray().Select(x => $"{x.GetProperty("kind")} by {x.GetProperty("actorName")}");
    }

    [Fact]
    public async Task F24_a_change_that_cannot_be_saved_tells_nothing()
    {
        var ticket = await OpenForAnaAsync();
        await Service.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
            create constraint trigger refuse after insert on message deferrable initially deferred for each row execute function refuse();
            """));
        Service.ExpectedServerErrors.Add(HttpStatusCode.InternalServerError);
        Assert.Equal(
            HttpStatusCode.InternalServerError,
            (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "lost" })).Status);
        Service.ExpectedServerErrors.Clear();
        await Service.ReadAsync(db => db.Database.ExecuteSqlRawAsync("drop trigger refuse on message"));
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "kept" })).Expect(HttpStatusCode.Created);
        await Heard.OneAsync<AgentReplied>(x => x.Text == "kept");
        Assert.Single(Heard.All<AgentReplied>());
    }
}
