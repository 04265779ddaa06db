using System.Net;
using Helpdesk.Fixtures;
using Helpdesk.Ticketing.LocalCopies;

namespace Helpdesk.Ticketing.Tests;

public sealed class Lists_through_two_replicas : TicketingTest
{
    [Fact]
    public async Task F25_what_one_has_written_the_other_shows_at_once()
    {
        await using var other = await Installation.StartAsync();
        foreach (var (writer, reader) in new[] { (Service, other), (other, Service), (Service, Service) })
        {
            var number = (await writer.As(Dora).PostAsync("/api/tickets", Form(subject: "Before")))
                .Expect(HttpStatusCode.Created)["number"];
            Assert.Equal([number], await NumbersAsync(reader.As(Dora), "assignee=nobody"));
            (await writer.As(Dora).PutAsync($"/api/tickets/{number}/assignee", new { agentId = Ana.Id })).Expect(HttpStatusCode.NoContent);
            Assert.Empty(await NumbersAsync(reader.As(Dora), "assignee=nobody"));
            Assert.Equal((1, 0), await MineAndWaitingAsync(reader));

            (await writer.As(Ana).PostAsync($"/api/tickets/{number}/replies", new { text = "toner" })).Expect(HttpStatusCode.Created);
            Assert.Equal([number], await NumbersAsync(reader.As(Ana), "q=toner&status=WaitingOnCustomer"));
            Assert.Equal((1, 1), await MineAndWaitingAsync(reader));
            (await writer.As(Ana).PutAsync($"/api/tickets/{number}/subject", new { subject = "Afterwards" }))
                .Expect(HttpStatusCode.NoContent);
            Assert.Equal("Afterwards", (await reader.As(Ana).GetAsync("/api/tickets")).Items[0].GetProperty("subject").GetString());

            (await writer.As(Ana).PutAsync($"/api/tickets/{number}/closure", new { })).Expect(HttpStatusCode.NoContent);
            Assert.Empty(await NumbersAsync(reader.As(Ana), "q=toner"));
            Assert.Equal((0, 0), await MineAndWaitingAsync(reader));
        }
    }

    async Task<(int, int)> MineAndWaitingAsync(Replica reader)
    {
        var counts = (await reader.As(Ana).GetAsync("/api/tickets/counts")).Expect(HttpStatusCode.OK).Json;
        return (counts.GetProperty("mine").GetInt32(), counts.GetProperty("waiting").GetInt32());
    }

    async Task<string[]> NumbersAsync(Caller reader, string query) =>
        [.. (await reader.GetAsync($"/api/tickets?area={Category.AreaId}&{query}")).Expect(HttpStatusCode.OK).Items.EnumerateArray()
            .Select(x => x.GetProperty("number").GetString()!)];
}
