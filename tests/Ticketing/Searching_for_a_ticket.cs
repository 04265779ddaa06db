using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;
using Helpdesk.Ticketing.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Ticketing.Tests;

public sealed class Searching_for_a_ticket : TicketingTest
{
    readonly Account _carl = Account.Customer("Carl Customer");

    [Theory]
    [InlineData("impresora", "La impresión falla en las IMPRESORAS de Ñuñoa")]
    [InlineData("impresion", "La impresión falla en las IMPRESORAS de Ñuñoa")]
    [InlineData("impr", "La impresión falla en las IMPRESORAS de Ñuñoa")]
    [InlineData("NUÑOA", "La impresión falla en las IMPRESORAS de Ñuñoa")]
    [InlineData("nunoa falla", "La impresión falla en las IMPRESORAS de Ñuñoa")]
    [InlineData("printers", "The printer is broken")]
    [InlineData("breaking", "It breaks when printing")]
    [InlineData("cleo@exam", "whatever")]
    [InlineData("Cleo Cust", "whatever")]
    [InlineData("fire smok", "It smokes.")]
    [InlineData("10.0.0.7", "The host 10.0.0.7 is down")]
    [InlineData("принт", "принтер сломан")]
    public async Task AG13_words_are_found_in_es_and_en_by_their_beginning_and_without_accents(string typed, string description)
    {
        var number = (await Service.Anonymous().PostAsync(
                "/api/tickets", Form(description: description), (
                    "Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created)["number"];
        Assert.Equal([number], await FoundAsync(Dora, typed));
        Assert.Empty(await FoundAsync(Dora, typed + " nowhere"));
    }

    [Fact]
    public async Task AG13_rare_and_frequent_words_are_found_together_whether_or_not_the_database_knows_which_are_which()
    {
        for (var i = 0; i < 5; i++)
            await OpenAsync();
        var number = (await Service.Anonymous().PostAsync(
                "/api/tickets", Form(description: "The quokka jumps on printers"), (
                    "Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created)["number"];
        foreach (var counted in new[] { false, true })
        {
            if (counted)
                await Service.ReadAsync(db => db.Database.ExecuteSqlRawAsync("analyze search_entry"));
            foreach (var typed in new[] { "quokka cleo", "fire quok", "quokka cleo@exam", "printer quokka fire" })
                Assert.Equal([number], await FoundAsync(Dora, typed));
            Assert.Empty(await FoundAsync(Dora, "quokka smokes"));
        }
    }

    [Theory]
    [InlineData("66969e45ab")]
    [InlineData("66969e45a")]
    [InlineData("66969e45")]
    [InlineData("66969e")]
    [InlineData("printer 66969e45ab")]
    [InlineData("66969e45ab printer")]
    public async Task AG13_a_number_that_the_database_cuts_in_two_is_one_word(string typed)
    {
        foreach (var other in new[] { "The printer is able.", "The abacus is a printer." })
            (await Service.Anonymous().PostAsync("/api/tickets", Form(description: other), ("Captcha-Pass", Service.CaptchaPass())))
                .Expect(HttpStatusCode.Created);
        var number = (await Service.Anonymous().PostAsync(
                "/api/tickets", Form(description: "The printer 66969e45ab is on fire."), (
                    "Captcha-Pass", Service.CaptchaPass()))).Expect(HttpStatusCode.Created)["number"];
        Assert.Equal([number], await FoundAsync(Dora, typed));
    }

    [Fact]
    public async Task AG13_what_is_said_later_is_found_too_and_a_new_subject()
    {
        var ticket = await OpenForAnaAsync();
        Assert.Empty(await FoundAsync(Dora, "toner"));
        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = "Change the toner." }))
            .Expect(HttpStatusCode.Created);
        (await Service.As(Ana).PutAsync($"/api/tickets/{ticket.Number}/subject", new { subject = "Fuser" }))
            .Expect(HttpStatusCode.NoContent);
        Assert.Equal([ticket.Number], await FoundAsync(Ana, "toner fuser printer"));
        Assert.Equal([ticket.Number], await FoundAsync(Ana, ticket.Number));
        Assert.Equal([ticket.Number], await FoundAsync(Ana, ticket.Number.ToLowerInvariant()[..6]));
    }

    [Fact]
    public async Task F36_AG4_an_internal_note_makes_no_ticket_found_by_its_customer()
    {
        var number = (await Service.As(_carl).PostAsync("/api/tickets", Form())).Expect(HttpStatusCode.Created)["number"];
        var anas = (await Service.As(Ana).PostAsync("/api/tickets", new { categoryId = Category.CategoryId, description = "My own." }))
            .Expect(HttpStatusCode.Created)["number"];
        foreach (var ticket in new[] { number, anas })
            (await Service.As(Dora).PostAsync($"/api/tickets/{ticket}/notes", new { text = "fraudulent" })).Expect(HttpStatusCode.Created);
        Assert.Equal(2, (await FoundAsync(Dora, "fraud")).Length);
        Assert.Empty(await FoundAsync(_carl, "fraud"));
        Assert.Equal([number], await FoundAsync(_carl, "smokes"));
        // On their own ticket a member of the staff is a customer.
        Assert.Empty(await FoundAsync(Ana, "fraud"));
        Assert.Equal([anas], await FoundAsync(Ana, "own"));
        await Service.ReadAsync(
                db =>
                    db.Database
                        .ExecuteSqlAsync($"update ticket set assignee_id = {Ana.Id}, assignee_name = {Ana.Name} where number = {number}"));
        Assert.Equal([number], await FoundAsync(Ana, "fraud"));
    }

    [Fact]
    public async Task AG13_what_lists_go_by_stands_beside_the_words_as_in_the_ticket()
    {
        var (other, ticket) = (await KnowCategoryAsync(), await OpenForAnaAsync());
        foreach (var (path, body) in new (string, object)[]
        {
            ("priority", new { priority = "Urgent" }), ("tags", new { tags = new[] { "toner" } }), (
                "status", new { status = "WaitingOnCustomer" }),
            ("category", new { categoryId = other.CategoryId }), ("assignee", new { agentId = Ana.Id }), ("closure", new { }),
        })
        {
            Service.Jump(TimeSpan.FromMinutes(1));
            Assert.InRange((int)(await Service.As(Dora).PutAsync($"/api/tickets/{ticket.Number}/{path}", body)).Status, 200, 299);
            var (words, now) = await Service
                .ReadAsync(
                    async db =>
                        (await db.SearchEntries.AsNoTracking().SingleAsync(x => x.Id == ticket.Id), await db.Tickets.AsNoTracking()
                                .SingleAsync(x => x.Id == ticket.Id)));
            Assert.Equal(Listed(now), Listed(words));
            Assert.Equal(now.Tags, words.Tags);
        }

        Assert.Equal(
            [ticket.Number],
            (await Service.As(Ana).GetAsync($"/api/tickets?status=Closed&tag=toner&priority=Urgent&area={other.AreaId}&q=smokes"))
                .Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()));

        static object Listed(IListed of) =>
            (of.Id, of.Status, of.Priority, of.AreaId, of.CategoryId, of.CustomerId, of.AssigneeId, of.OpenedAt, of.UpdatedAt,
                of.WaitingSince);
    }

    [Theory]
    [InlineData("status = 'OnHold', waiting_since = now(), updated_at = updated_at + interval '1 second'", true)]
    [InlineData("assignee_id = gen_random_uuid()", false)]
    [InlineData("status = 'Closed'", false)]
    [InlineData("updated_at = updated_at + interval '1 day'", false)]
    public async Task AG13_a_change_writes_the_index_of_words_only_when_that_knows_of_it(string change, bool spared)
    {
        var ticket = await OpenForAnaAsync();
        var inPlace = await Service.ReadAsync(async db =>
        {
            await db.Database.ExecuteSqlAsync($"update ticket set updated_at = date_trunc('day', updated_at) where id = {ticket.Id}");
            // Written anew, each page has room for a change: whether this one has it shall not depend on what was there before.
            await db.Database.ExecuteSqlRawAsync("vacuum full search_entry");
            await using var transaction = await db.Database.BeginTransactionAsync();
            var before = await InPlaceAsync();
            var sql = $"update ticket set {change} where id = {{0}}";
            await db.Database.ExecuteSqlRawAsync(sql, ticket.Id);
            return await InPlaceAsync() - before;

            Task<long> InPlaceAsync() =>
                db.Database.SqlQuery<long>($"""select pg_stat_get_xact_tuples_hot_updated('search_entry'::regclass) as "Value" """)
                    .SingleAsync();
        });
        Assert.Equal(spared ? 1 : 0, inPlace);
    }

    [Theory]
    [InlineData("'")]
    [InlineData("':*&|!<->\\(")]
    [InlineData("x' | 'smokes")]
    [InlineData("😀")]
    [InlineData("%")]
    public async Task F17_signs_are_no_commands(string typed)
    {
        await OpenAsync();
        Assert.Empty(await FoundAsync(Dora, typed));
    }

    [Fact]
    public async Task F17_no_conversation_is_too_long_to_be_searched()
    {
        var ticket = await OpenForAnaAsync();
        var random = new Random(7);
        for (var i = 0; i < 12; i++)
        {
            var words = string.Join(' ', Enumerable.Range(0, 1800).Select(_ => random.NextInt64(1L << 50).ToString("x", null)))[..19_000];
            (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = words })).Expect(HttpStatusCode.Created);
        }

        (await Service.As(Ana).PostAsync($"/api/tickets/{ticket.Number}/replies", new { text = new string('w', 20_000) }))
            .Expect(HttpStatusCode.Created);
        Assert.Equal([ticket.Number], await FoundAsync(Ana, "smokes"));
    }

    async Task<string[]> FoundAsync(Account caller, string typed) =>
        [.. (await Service.As(caller).GetAsync($"/api/tickets?view=all&area={Category.AreaId}&q={Uri.EscapeDataString(typed)}"))
            .Expect(HttpStatusCode.OK).Items.EnumerateArray().Select(x => x.GetProperty("number").GetString()!)];
}
