using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Deliveries;
using Helpdesk.Fixtures;
using Helpdesk.Notification.Ledger;
using Helpdesk.Notification.LocalCopies;
using Helpdesk.Notification.Recipients;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Notification.Tests;

public sealed class Retrying_what_was_given_up : IAsyncLifetime
{
    Installation _installation = null!;
    Replica _service = null!;

    public async ValueTask InitializeAsync() => (_installation, _service) = await Installation.RunningAsync();

    public ValueTask DisposeAsync() => _installation.DisposeAsync();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task N4_after_the_server_is_repaired_everything_goes_out_again_but_for_who_was_refused_in_person()
    {
        await FailedAsync(4, DeliveryCause.Exhausted);
        await FailedAsync(2, DeliveryCause.Rejected);
        await FailedAsync(2, DeliveryCause.Refused);
        await FailedAsync(1, DeliveryCause.Exhausted, TimeSpan.FromDays(30));

        var admin = new Caller(_service.As(AccountRoles.Admin));
        var answer = (await admin.PostAsync("/api/deliveries/retries", new { reason = "The relay is back" }))
            .Expect(HttpStatusCode.Accepted);
        Assert.Equal(("6", "False"), (answer["count"], answer["more"]));
        await Eventually.HoldsAsync(
            () => _service.ReadAsync(async db => await db.Deliveries.CountAsync(x => x.State == DeliveryState.Sent, Stop) == 6));
        Assert.Equal(6, _installation.Smtp.Mails.Count);
        Assert.Equal(3, await _service.ReadAsync(db => db.Deliveries.CountAsync(x => x.State == DeliveryState.Failed, Stop)));
        Assert.All(await _service.ReadAsync(db => db.Resends.ToListAsync(Stop)), x => Assert.Equal(
            ("The relay is back", "Diana Vera", DeliveryState.Failed, "It did not answer.", true),
            (x.Reason, x.AskedByName, x.PreviousState, x.PreviousReason, x.PreviousRecipient.Contains('@', StringComparison.Ordinal))));
        Assert.Equal(
            "0", (await admin.PostAsync("/api/deliveries/retries", new { reason = "Once more" })).Expect(HttpStatusCode.Accepted)["count"]);
    }

    [Fact]
    public async Task It_is_bounded_and_two_at_once_send_nothing_twice()
    {
        await FailedAsync(RetryFailedDeliveries.Most + 20, DeliveryCause.Exhausted);
        var answers = await Task.WhenAll(Enumerable.Range(0, 2)
            .Select(_ => new Caller(_service.As(AccountRoles.Admin))
                .PostAsync("/api/deliveries/retries", new { reason = "The relay is back" })));
        Assert.Equal(
            RetryFailedDeliveries.Most + 20, answers.Sum(x => x.Expect(HttpStatusCode.Accepted).Json.GetProperty("count").GetInt32()));
        Assert.All(answers, x => Assert.InRange(x.Json.GetProperty("count").GetInt32(), 1, RetryFailedDeliveries.Most));
        Assert.Equal(await _service.ReadAsync(db => db.Resends.Select(x => x.DeliveryId).Distinct().CountAsync(Stop)),
            await _service.ReadAsync(db => db.Resends.CountAsync(Stop)));
    }

    async Task FailedAsync(int count, DeliveryCause cause, TimeSpan ago = default)
    {
        await using var db = _service.Open();
        // Whose ticket it is: nobody is told of one that is not known to be theirs.
        await db.SyncTicketAsync(SampleEvents.Ticket(assignee: SampleEvents.Agent(), number: "HD-000123"), Stop);
        for (var i = 0; i < count; i++)
        {
            var assigned = SampleEvents.Assigned(SampleEvents.Ticket(number: "HD-000123"), SampleEvents.Agent());
            var row = new DeliveryFactory(_installation.Clock).Create(
                Guid.NewGuid(), (Guid.NewGuid(), "HD-000123"), Assert.Single(EventRecipients.Find(assigned)), Rendering.Current);
            (row.State, row.NextAttemptAt, row.Attempts, row.Reason, row.Cause) =
                (DeliveryState.Failed, null, 8, "It did not answer.", cause);
            db.Add(row);
        }

        await db.SaveChangesAsync(Stop);
        if (ago > TimeSpan.Zero)
            await db.Deliveries.Where(x => db.Deliveries.Local.Select(y => y.Id).ToList().Contains(x.Id))
                .ExecuteUpdateAsync(x => x.SetProperty(d => d.CreatedAt, d => d.CreatedAt - ago), Stop);
    }
}
