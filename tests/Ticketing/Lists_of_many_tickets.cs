using System.Globalization;
using System.Net;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

/// <summary>So many that a list is not looked through to its end: what it finds must be the same by whichever way it is found.</summary>
public sealed class Lists_of_many_tickets : IsolatedTicketingTest
{
    const int Count = 2100;

    static readonly string?[] Searches = [null, "mango", "pap", "zapote", "quince", "mango zapote", "papaya quin", "quince papaya mang",
        "zapote cleo@example.org", "secretly", "mango secre", "nowhere", "guava"];

    readonly Account _bea = Account.Agent("Bea Agent"), _cid = Account.Agent("Cid Agent"), _carl = Account.Customer("Carl Customer");
    readonly Guid[] _areas = new Guid[3];
    List<Told> _all = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _areas[0] = Category.AreaId;
        for (var i = 1; i < _areas.Length; i++)
            _areas[i] = (await KnowCategoryAsync()).AreaId;
        await Service.PublishAsync(new AgentAreasChanged { AgentId = Ana.Id, Version = 1, AreaIds = _areas[..2] });
        await Service.PublishAsync(
                new AgentAreasChanged { AgentId = _cid.Id, Version = 1, AreaIds = [_areas[0], .. Enumerable.Range(0, 5).Select(_
                    => Guid.NewGuid())] });
        await Eventually.HoldsAsync(() => Service.ReadAsync(async db => await db.AgentAreas.CountAsync() == 2));
        await FillAsync(await OpenAsync());
        _all = [.. (await Service.ReadAsync(db => db.Tickets.AsNoTracking().Include(x => x.Messages).ToListAsync())).Select(x => new Told(
            x, string.Join(' ', x.Messages.Where(y => y.Kind != MessageKind.InternalNote).Select(y => y.Text)), string
                .Join(' ', x.Messages.Where(y => y.Kind == MessageKind.InternalNote).Select(y => y.Text))))];
        Assert.Equal(Count + 1, _all.Count);
    }

    [Fact]
    public async Task AG13_AD1_AG2_F36_each_finds_what_they_may_see_by_every_filter_word_and_order()
    {
        Account[] callers = [Dora, Ana, _bea, _cid, _carl];
        var asked = 0;
        foreach (var counted in new[] { false, true })
        {
            if (counted)
                await Service.ReadAsync(db => db.Database.ExecuteSqlRawAsync("analyze ticket; analyze search_entry"));
            foreach (var caller in callers)
            foreach (var typed in Searches)
            foreach (var (query, wanted) in Filters(caller))
            {
                // Each filter meets each word and each order, though not each of all at once.
                asked++;
                if (asked % 3 != (counted ? 0 : 1))
                    continue;
                var order = new[] { "updated", "opened", "priority", "waiting" }[asked / 3 % 4];
                var all = Sorted(_all.Where(x => Sees(caller, x.Ticket) && wanted(x.Ticket) && Has(caller, x, typed))
                    .Select(x => x.Ticket), order, caller);
                var path = $"/api/tickets?{query}&sort={order}&size=7{(typed is null ? "" : "&q=" + Uri.EscapeDataString(typed))}";
                var first = await Service.As(caller).GetAsync(path);
                Assert.Equal((path, caller.Name, string.Join(' ', all.Take(7))), (path, caller.Name, string.Join(' ', Numbers(first))));
                Assert.Equal(all.Count > 7, first.Json.GetProperty("more").GetBoolean());
                var next = first.Json.GetProperty("next").GetString() is { } after ? $"&after={after}" : "&page=2";
                Assert.Equal(
                    (path, string.Join(' ', all.Skip(7).Take(7))),
                    (path, string.Join(' ', Numbers(await Service.As(caller).GetAsync(path + next)))));
            }
        }
    }

    [Fact]
    public async Task AP2_AG2_AG7_by_pages_by_places_and_in_counts_each_ticket_comes_once_whatever_makes_it_visible()
    {
        foreach (
            var (caller, order, word, size) in new[] { (Ana, "updated", null, 100), (Ana, "priority", null, 100), (_bea, "updated", "mango",
                100), (_cid, "opened", "mango", 100), (Ana, "updated", "guava", 9) })
        {
            var all = Sorted(_all.Where(x => Sees(caller, x.Ticket) && Has(caller, x, word)).Select(x => x.Ticket), order, caller);
            var (walked, turned, after) = (new List<string>(), new List<string>(), "");
            for (var page = 1; after is not null && page < 30; page++)
            {
                var path = $"/api/tickets?view=all&sort={order}&size={size}{(word is null ? "" : "&q=" + word)}";
                turned.AddRange(Numbers(await Service.As(caller).GetAsync($"{path}&page={page}")));
                var part = await Service.As(caller).GetAsync($"{path}&after={after}");
                walked.AddRange(Numbers(part));
                after = part.Json.GetProperty("next").GetString();
            }

            Assert.Equal(all, walked);
            Assert.Equal(all, turned);
        }

        foreach (var caller in new[] { Dora, Ana, _bea, _cid, _carl })
        {
            var seen = _all.Where(x => Sees(caller, x.Ticket)).Select(x => x.Ticket).ToList();
            var open = seen.Where(x => x.Status != TicketStatus.Closed).ToList();
            var counts = (await Service.As(caller).GetAsync("/api/tickets/counts")).Expect(HttpStatusCode.OK).Json;
            Assert.Equal(
                (open.Count,
                    open.Count(x => x.AssigneeId == caller.Id || x.CustomerId == caller.Id), open.Count(x => x.AssigneeId is null), open
                        .Count(x => x.Status == TicketStatus.WaitingOnCustomer), open.Count(x => x.Priority == TicketPriority.Urgent), Math
                            .Min(1000, seen.Count - open.Count)),
                (Of("open"), Of("mine"), Of("unassigned"), Of("waiting"), Of("urgent"), Of("closed")));

            int Of(string name) => counts.GetProperty(name).GetInt32();
        }
    }

    (string Query, Func<Ticket, bool> Wanted)[] Filters(Account me) =>
    [
        ("view=all", _ => true),
        ("view=open", x => x.Status != TicketStatus.Closed),
        ("view=closed", x => x.Status == TicketStatus.Closed),
        ("view=mine", x => x.Status != TicketStatus.Closed && (x.AssigneeId == me.Id || x.CustomerId == me.Id)),
        ("view=unassigned", x => x.Status != TicketStatus.Closed && x.AssigneeId is null),
        ("view=all&priority=High&priority=Urgent", x => x.Priority is TicketPriority.High or TicketPriority.Urgent),
        ($"view=all&area={_areas[1]}", x => x.AreaId == _areas[1]),
        ($"view=all&area={_areas[2]}&assignee={_bea.Id}", x => x.AreaId == _areas[2] && x.AssigneeId == _bea.Id),
        ($"view=all&assignee={_bea.Id}", x => x.AssigneeId == _bea.Id),
        ("view=all&assignee=me", x => x.AssigneeId == me.Id),
        ("view=all&tag=blue", x => me != _carl && x.CustomerId != me.Id && x.Tags.Contains("blue")),
        ("status=WaitingOnCustomer&status=Closed", x => x.Status is TicketStatus.WaitingOnCustomer or TicketStatus.Closed),
        ($"view=all&category={Category.CategoryId}&olderThan=50.00:30:00",
            x => x.CategoryId == Category.CategoryId && x.OpenedAt < Installation.Clock.GetUtcNow() - new TimeSpan(50, 0, 30, 0)),
    ];

    /// <summary>
    /// Every agent has a third of them, and each area has a third. Two in seven are sampled, so that it is known where a page ends, for
    /// rare words too late;
    /// they are of some months, of which not all are asked for then. Some are an agent's own as a customer, some of those noted
    /// upon, and some were opened while a clock ran ahead of every change since. Of Ana's areas no ticket of the first hundreds has one
    /// word, and of what Ana is assigned elsewhere only older ones than there.
    /// </summary>
    Task<int> FillAsync(Opened pattern) => Service.ReadAsync(db => db.Database.ExecuteSqlAsync($"""
        insert into ticket select (jsonb_populate_record(t, jsonb_build_object('id', overlay(gen_random_uuid()::text placing case
        when n % 7 < 2 then '00' else 'ff' end from 35), 'number', 'HD-9' || lpad(n::text, 5, '0'), 'tracking_hash', sha256(n::text::bytea),
            'status', s.status, 'priority', n % 4, 'area_id', ({_areas}::uuid[])[1 + n % 3], 'assignee_id', a.assignee, 'assignee_name',
            a.assignee::text, 'assignee_email', a.assignee::text, 'assignee_language', 'es',
            'customer_id', case when n % 13 = 0 then {Ana.Id} when n % 17 = 0 then {_carl.Id} end, 'opened_at', t.opened_at + case
            when n % 100 = 57 then n + 2100 else -n end * interval '1 hour', 'updated_at',
            t.opened_at + (1 + n * 7919 % 2100) * interval '1 hour',
            'customer_updated_at', t.opened_at + (1 + n * 6007 % 2100) * interval '1 hour',
            'waiting_since', case when s.status = 'WaitingOnCustomer' then t.opened_at + (1 + n * 6007 % 2100) * interval '1 hour' end,
            'tags', case when n % 11 = 0 then array['blue'] else array[]::text[] end))).*
        from ticket t, generate_series(1, {Count}) n,
            lateral (select (array['Closed', 'Closed', 'New', 'WaitingOnCustomer', 'InProgress'])[1 + n * 31 % 5] as status) s,
            lateral (select ({new Guid?[] { Ana.Id, _bea.Id, null }}::uuid[])[1 + n / 3 % 3] as assignee) a
        where t.id = {pattern.Id};
        insert into message (id, ticket_id, position, kind, author_kind, author_name, text, at)
        select gen_random_uuid(), id, p, case p when 5 then 'PublicReply' else 'InternalNote' end, 'Staff', 'Ana',
            case p when 5 then concat_ws(' ', 'mango', case when n % 2 = 0 then 'papaya' end, case when n % 10 = 0 then 'quince' end, case
            when n % 100 = 7 then 'zapote' end,
                case when 1 + n * 7919 % 2100 between 900 and 1100 and n % 3 < 2 and n % 5 = 0 or 1 + n * 7919 % 2100 < 800
                and n % 9 = 2 then 'guava' end) else 'secretly' end, opened_at
        from ticket, lateral (select substr(number, 5)::int as n) x, generate_series(5, 6) p where number like 'HD-9%'
        and (p = 5 or n % 2 = 1);
        """));

    bool Sees(Account caller, Ticket ticket) =>
        caller == Dora || ticket.CustomerId == caller.Id || caller != _carl && ticket.AssigneeId == caller.Id
        || caller == Ana && (ticket.AreaId == _areas[0] || ticket.AreaId == _areas[1]) || caller == _cid && ticket.AreaId == _areas[0];

    bool Has(Account caller, Told told, string? typed)
    {
        if (typed is null)
            return true;
        var asCustomer = caller == _carl || told.Ticket.CustomerId == caller.Id;
        var email = told.Ticket.CustomerEmail.Replace('@', ' ').Replace('.', ' ');
        var all = $"{told.Said} {told.Ticket.CustomerName} {email} {(asCustomer ? "" : told.Noted)}";
        string[] said = [.. all.ToLower(CultureInfo.InvariantCulture).Split(' ')];
        var words = typed.Split(' ', '@', '.');
        return words[..^1].All(said.Contains) && said.Any(x => x.StartsWith(words[^1], StringComparison.Ordinal));
    }

    /// <summary>A customer's list goes by the hours of which customers know.</summary>
    List<string> Sorted(IEnumerable<Ticket> tickets, string order, Account caller) => [.. (order switch
    {
        "opened" => tickets.OrderByDescending(x => x.OpenedAt),
        "priority" => tickets.OrderByDescending(x => x.Priority).ThenBy(x => x.OpenedAt),
        "waiting" => tickets.Where(x => x.WaitingSince is not null).OrderBy(x => x.WaitingSince),
        _ => tickets.OrderByDescending(x => caller == _carl ? x.CustomerUpdatedAt : x.UpdatedAt),
    }).Select(x => x.Number)];

    static IEnumerable<string> Numbers(Answer answer) =>
        answer.Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()!);

    sealed record Told(Ticket Ticket, string Said, string Noted);
}
