using System.Net;
using System.Text.Json;
using Helpdesk.Fixtures;
using Helpdesk.WholeSystem.Running;

namespace Helpdesk.WholeSystem;

public sealed class Two_hundred_tickets_at_once(SharedSystem started)
{
    const int Tickets = 200;

    [Fact]
    public async Task F10_N2_are_shared_evenly_by_three_replicas_with_a_receipt_for_each_that_replays()
    {
        using var installation = await Installation.OpenAsync(started.Helpdesk);
        var area = await installation.CreateStaffedAreaAsync(agents: 5);
        using var api = new ApiClient(started.Helpdesk.Gateway);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await Parallel.ForAsync(1, Tickets + 1, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = giveUp.Token },
            async (i, _) => Assert.NotNull(await Customer.OpenAsync(api, area, i, giveUp.Token)));

        // One more was opened to see that the area works.
        var receipts = new List<JsonElement>();
        await Eventually.HoldsAsync(async () => (receipts = await ReceiptsAsync(installation.Admin, area.Id)).Count == Tickets + 1,
            TimeSpan.FromMinutes(2));

        Assert.Equal(Enumerable.Range(1, Tickets + 1), receipts.Select(x => x.GetProperty("sequence").GetInt32()));
        Assert.Equal(Tickets + 1, receipts.Select(x => x.GetProperty("ticketId").GetGuid()).Distinct().Count());
        var shares = receipts.CountBy(x => x.GetProperty("agentId").GetGuid()).Select(x => x.Value).ToList();
        Assert.Equal(5, shares.Count);
        Assert.InRange(shares.Max() - shares.Min(), 0, 1);

        var replay = (await installation.Admin.PostAsync($"/api/areas/{area.Id}/replay")).Expect(HttpStatusCode.OK);
        Assert.Equal((Tickets + 1, Tickets + 1), (replay.GetProperty("choices").GetInt32(), replay.GetProperty("reproduced").GetInt32()));
    }

    static async Task<List<JsonElement>> ReceiptsAsync(ApiClient staff, Guid area)
    {
        var all = new List<JsonElement>();
        for (var after = 0L; ; after = all[^1].GetProperty("sequence").GetInt64())
        {
            var items = (await staff.GetAsync($"/api/areas/{area}/receipts?after={after}&size=100")).Expect(HttpStatusCode.OK)
                .GetProperty("items").EnumerateArray().ToList();
            all.AddRange(items);
            if (items.Count == 0)
                return all;
        }
    }
}
