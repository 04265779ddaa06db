using System.Net;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.Assigning;
using Helpdesk.Ticketing.LocalCopies;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Agents_who_are_suspended : TicketingTest
{
    readonly Account _bruno = Account.Agent("Bruno Agent");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Service.KnowAsync(_bruno);
    }

    public static TheoryData<string> Ways => ["disabled", "not-an-agent", "inactive", "customer", "dispatcher"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task G8_hand_back_all_that_is_not_closed_also_what_they_touched(string way)
    {
        var (waiting, touched) = (await AnsweredAsync(), await OpenForAnaAsync());
        var (untouched, closed) = (await OpenForAnaAsync(), await OpenForAnaAsync());
        (await Service.As(Ana).PutAsync($"/api/tickets/{touched.Number}/status", new { status = "OnHold" }))
            .Expect(HttpStatusCode.NoContent);
        (await Service.As(Ana).PutAsync($"/api/tickets/{closed.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await SuspendAsync(way);
        foreach (var ticket in new[] { waiting, touched, untouched })
        {
            var told = await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id && x.To is null);
            Assert.Equal((AssigneeCause.HandedBack, ActorKind.System, Ana.Id),
                (told.Cause, told.ChangedBy.Kind, told.From!.Id!.Value));
        }

        Assert.Equal("WaitingOnCustomer", await StatusAsync(waiting));
        Assert.Contains("Ana", (await Service.As(Dora).GetAsync($"/api/tickets/{closed.Number}"))["assignee"], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task G8_are_given_nothing_by_a_person_and_nothing_by_a_late_choice(string way)
    {
        var ticket = await OpenAsync();
        await SuspendAsync(way);
        Assert.Equal(["agentId"], (await GiveAsync(ticket)).Expect(HttpStatusCode.BadRequest).Wrong);
        await Service.PublishAsync(Choice(ticket, Ana));
        await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id && x.To is null && x.Cause == AssigneeCause.HandedBack);
        Assert.Null((await Service.ReadAsync(db => db.Tickets.AsNoTracking().SingleAsync(x => x.Id == ticket.Id))).AssigneeId);
    }

    [Theory]
    [InlineData("staff")]
    [InlineData("status")]
    [InlineData("link")]
    [InlineData("reply")]
    public async Task G8_get_nothing_back_by_opening_it_again(string door)
    {
        var ticket = await OpenForAnaAsync();
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/closure", new { })).Expect(HttpStatusCode.NoContent);
        await SuspendAsync("inactive");
        var path = $"/api/tickets/{ticket.Number}";
        (await (door switch
        {
            "staff" => Service.As(Dora).DeleteAsync($"{path}/closure"),
            "status" => Service.As(Dora).PutAsync($"{path}/status", new { status = "InProgress" }),
            "link" => Service.ByLink(ticket.Secret).DeleteAsync($"/api/tickets/{ticket.Number}/closure"),
            _ => Service.ByLink(ticket.Secret).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Again" }),
        })).Expect(door == "reply" ? HttpStatusCode.Created : HttpStatusCode.NoContent);
        Assert.Equal("", (await Service.As(Dora).GetAsync(path))["assignee"]);
        Assert.Equal(AssigneeCause.HandedBack,
            (await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == ticket.Id && x.To is null)).Cause);
    }

    [Fact]
    public async Task G8_who_is_only_away_keeps_what_they_touched()
    {
        var (touched, untouched) = (await AnsweredAsync(), await OpenForAnaAsync());
        await Service.PublishAsync(Unavailable("away", 1));
        await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == untouched.Id && x.To is null);
        Assert.Contains("Ana", (await Service.As(Dora).GetAsync($"/api/tickets/{touched.Number}"))["assignee"], StringComparison.Ordinal);
        // And hands it back when the account goes too.
        await Service.PublishAsync(Unavailable("disabled", 2));
        await Heard.OneAsync<AssigneeChanged>(x => x.Ticket.Id == touched.Id && x.To is null);
    }

    [Fact]
    public async Task G8_many_are_handed_back_once_each()
    {
        var count = HandBackSuspended.Batch + 5;
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => OpenAsync()));
        await Service.ReadAsync(db => Ours(db).ExecuteUpdateAsync(x => x
            .SetProperty(t => t.AssigneeId, Ana.Id).SetProperty(t => t.AssigneeName, Ana.Name).SetProperty(t => t.AssigneeEmail, Ana.Email)
            .SetProperty(t => t.AssigneeLanguage, "es").SetProperty(t => t.Touched, true)));
        await SuspendAsync("inactive");
        await SuspendAsync("disabled");
        await Eventually.HoldsAsync(() => Heard.All<AssigneeChanged>().Count >= count);
        Assert.Equal(count, Heard.All<AssigneeChanged>().Select(x => x.Ticket.Id).Distinct().Count());
        Assert.Equal(0, await Service.ReadAsync(db => Ours(db).CountAsync(x => x.AssigneeId != null)));
        Assert.Equal(count, Heard.All<AssigneeChanged>().Count);
    }

    [Fact]
    public async Task G8_gifts_and_choices_that_cross_the_suspension_leave_no_ticket_with_them()
    {
        var tickets = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => OpenAsync()));
        var giving = tickets.Select(async (ticket, i) =>
        {
            if (i % 2 == 0)
                await GiveAsync(ticket);
            else
                await Service.PublishAsync(Choice(ticket, Ana));
        });
        await Task.WhenAll(giving.Append(SuspendAsync("inactive")));
        await Eventually.HoldsAsync(() => Service.ReadAsync(async db => await Ours(db).CountAsync(x => x.AssigneeId != null) == 0));
    }

    [Fact]
    public async Task G8_who_comes_back_is_given_tickets_again()
    {
        var ticket = await OpenAsync();
        await SuspendAsync("disabled");
        await Service.PublishAsync(Unavailable("disabled", 8) with { Available = true, Because = null, Version = 9 });
        await Eventually.HoldsAsync(async () => (await GiveAsync(ticket)).Status == HttpStatusCode.NoContent);
    }

    Task<Answer> GiveAsync(Opened ticket) => Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/assignee", new { agentId = Ana.Id });

    async Task SuspendAsync(string way)
    {
        await (way switch
        {
            "inactive" => Service.PublishAsync(Ana.Changed(version: 7, active: false)),
            "customer" => Service.PublishAsync((Ana with { Roles = ["Customer"] }).Changed(version: 7)),
            "dispatcher" => Service.PublishAsync((Ana with { Roles = ["Dispatcher"] }).Changed(version: 7)),
            _ => Service.PublishAsync(Unavailable(way, 7)),
        });
        await Eventually.HoldsAsync(() => Service.ReadAsync(async db => way is "disabled" or "not-an-agent"
            ? await db.Availabilities.AnyAsync(x => x.AgentId == Ana.Id && x.Suspended)
            : await db.Accounts.AnyAsync(x => x.Id == Ana.Id && x.Version == 7)));
    }

    AgentAvailabilityChanged Unavailable(string because, long version) =>
        new() { AgentId = Ana.Id, Version = version, Available = false, Because = because, ChangedAt = DateTimeOffset.UnixEpoch };
}
