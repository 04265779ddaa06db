using System.Net;
using Helpdesk.Api.Accounts;
using Helpdesk.Api.Operations;
using Helpdesk.Fixtures;
using Helpdesk.ServiceDefaults.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Helpdesk.Operations.Tests;

public sealed class Messages_that_failed(RunningOperations operations) : IClassFixture<RunningOperations>
{
    const string Errors = FailingService.Queue + "_error";
    const string Secret = "my-password-is-Zanahoria77";

    readonly TicketStub _ticket = new(Guid.CreateVersion7(), $"HD-{Random.Shared.Next(1_000_000):D6}", $"Broken {Secret}");
    readonly Caller _admin = new(operations.Service.As(Guid.CreateVersion7(), "Ana \"Jefa\" Quispe", "ana@example.org",
        AccountRoles.Admin));

    Repairs Repairs => operations.Installation.OtherService.Repairs;

    [Fact]
    public async Task N5_are_listed_by_service_consumer_ticket_and_cause_and_never_with_what_they_say()
    {
        var failure = await FailAsync();

        Assert.Equal(("sample", "Order repair", "Repair asked"), (failure["service"], failure["consumer"], failure["message"]));
        Assert.Equal((_ticket.Id.ToString(), _ticket.Number), (failure["ticketId"], failure["number"]));
        Assert.Equal(("Waiting", "1", "InvalidOperationException"), (failure["state"], failure["times"], failure["exception"]));
        Assert.Contains("invalid operation", failure["why"], StringComparison.Ordinal);
        foreach (var path in new[] { "failures", $"failures/{failure["id"]}", "queues", "outboxes", "status" })
        {
            var answer = (await _admin.GetAsync($"/api/operations/{path}")).Expect(HttpStatusCode.OK);
            Assert.DoesNotContain("Zanahoria", answer.Text, StringComparison.Ordinal);
        }

        var stored = await operations.Service.ReadAsync(db => db.Failures.SingleAsync(x => x.TicketId == _ticket.Id));
        Assert.DoesNotContain("Zanahoria", System.Text.Encoding.UTF8.GetString(stored.Message!), StringComparison.Ordinal);
        Assert.DoesNotContain("Zanahoria", string.Join('\n', operations.Service.Log.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_done_once_after_a_retry_however_many_ask_for_it_and_it_is_told_who_did()
    {
        var failure = await FailAsync();
        Repairs.Broken.Clear();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RetryAsync(failure)));

        Assert.Single(answers, x => x.Status == HttpStatusCode.Accepted);
        Assert.Equal(4, answers.Count(x => x is { Status: HttpStatusCode.Conflict, Problem: "failure-settled" }));
        await Eventually.HoldsAsync(() => Repairs.Done.ContainsKey(_ticket.Id));
        await Eventually.HoldsAsync(async () => (await ShowAsync(failure["id"]))["state"] == "Retried");
        Assert.Equal(1, Repairs.Done[_ticket.Id]);
        var action = Assert.Single((await ShowAsync(failure["id"])).Json.GetProperty("actions").EnumerateArray().ToList());
        Assert.Equal(("Retried", "Ana \"Jefa\" Quispe"), (action.GetProperty("what").GetString(), action.GetProperty("by").GetString()));
        Assert.Null((await operations.Service.ReadAsync(db => db.Failures.SingleAsync(x => x.TicketId == _ticket.Id))).Message);

        // A second administrator, long after.
        Assert.Equal("failure-settled", (await RetryAsync(failure)).Problem);
    }

    [Fact]
    public async Task Wait_again_when_they_fail_once_more_and_can_be_discarded()
    {
        var failure = await FailAsync();
        (await RetryAsync(failure)).Expect(HttpStatusCode.Accepted);
        await Eventually.HoldsAsync(async () =>
            await ShowAsync(failure["id"]) is var again && again["state"] == "Waiting" && again["times"] == "2");

        (await _admin.DeleteAsync($"/api/operations/failures/{failure["id"]}")).Expect(HttpStatusCode.NoContent);

        var discarded = await ShowAsync(failure["id"]);
        Assert.Equal("Discarded", discarded["state"]);
        var actions = discarded.Json.GetProperty("actions").EnumerateArray();
        Assert.Equal(["Retried", "Discarded"], actions.Select(x => x.GetProperty("what").GetString()));
        Assert.Equal("failure-settled", (await RetryAsync(failure)).Expect(HttpStatusCode.Conflict).Problem);
        Assert.False(Repairs.Done.ContainsKey(_ticket.Id));
        Assert.DoesNotContain(_ticket.Number, (await _admin.GetAsync("/api/operations/failures")).Text, StringComparison.Ordinal);
        Assert.Contains(_ticket.Number, (await _admin.GetAsync("/api/operations/failures?state=discarded")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_one_when_the_broker_brings_them_twice_for_somebody_was_killed_before_the_acknowledgement()
    {
        // Until a message failed there is no queue for those that did.
        await FailAsync(_ticket with { Id = Guid.CreateVersion7() });
        var broker = operations.Service.Services.GetRequiredService<IConnection>();
        await using var channel = await broker.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var failed = new BasicProperties
        {
            MessageId = Guid.NewGuid().ToString(),
            Headers = new Dictionary<string, object?>
            {
                ["MT-Reason"] = "fault",
                ["MT-Fault-ExceptionType"] = "System.TimeoutException",
                ["MT-Fault-Timestamp"] = "2026-03-02T14:05:00.1234567Z",
            },
        };
        var body = System.Text.Encoding.UTF8.GetBytes($$$"""
            {"messageType":["urn:message:Helpdesk.Contracts:TicketClosed"],"message":{"ticketId":"{{{_ticket.Id}}}"}}
            """);
        for (var i = 0; i < 2; i++)
            await channel.BasicPublishAsync("", Errors, mandatory: true, failed, body, TestContext.Current.CancellationToken);

        await Eventually.HoldsAsync(async () => await channel.MessageCountAsync(Errors) == 0 && await FindAsync() is not null);
        Assert.Equal("1", (await FindAsync())!["times"]);
        Assert.Equal("It took too long.", (await FindAsync())!["why"]);
    }

    [Fact]
    public async Task Go_back_to_nowhere_when_their_queue_is_gone_and_it_is_said()
    {
        var (id, now) = (Guid.CreateVersion7(), operations.Service.Clock.GetUtcNow());
        await using (var db = operations.Service.Open())
        {
            var messages = operations.Service.Services.GetRequiredService<Failures.ProtectedMessages>();
            db.Add(new Failures.Failure
            {
                Id = id, Service = "sample", Queue = "sample-long-gone", MessageId = Guid.NewGuid(),
                FirstFailedAt = now, LastFailedAt = now, Times = 1,
                State = FailureState.Waiting, Message = messages.Protect(new BasicProperties(), "{}"u8),
            });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        (await _admin.PostAsync($"/api/operations/failures/{id}/retries", new { })).Expect(HttpStatusCode.Accepted);

        await Eventually.HoldsAsync(async () => (await ShowAsync(id.ToString())).Json.GetProperty("actions").GetArrayLength() == 2);
        var failure = await ShowAsync(id.ToString());
        Assert.Equal("Waiting", failure["state"]);
        Assert.Equal("QueueWasMissing", failure.Json.GetProperty("actions")[1].GetProperty("what").GetString());
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.Agent)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.Dispatcher)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.Customer)]
    public async Task SE2_are_for_administrators_alone(HttpStatusCode refusal, params string[] roles)
    {
        var caller = new Caller(roles.Length == 0 ? operations.Service.CreateClient() : operations.Service.As(roles));
        var id = Guid.CreateVersion7();
        foreach (var path in new[] { "failures", $"failures/{id}", "queues", "outboxes" })
            (await caller.GetAsync($"/api/operations/{path}")).Expect(refusal);
        (await caller.PostAsync($"/api/operations/failures/{id}/retries", new { })).Expect(refusal);
        (await caller.DeleteAsync($"/api/operations/failures/{id}")).Expect(refusal);
    }

    [Fact]
    public async Task SE6_are_not_settled_with_a_sign_in_of_long_ago()
    {
        var failure = await FailAsync();
        operations.Service.Clock.Advance(RecentSignIn.Lifetime);

        Assert.Equal("password-required", (await RetryAsync(failure)).Expect(HttpStatusCode.Forbidden).Problem);
        var discarded = await _admin.DeleteAsync($"/api/operations/failures/{failure["id"]}");
        Assert.Equal("password-required", discarded.Expect(HttpStatusCode.Forbidden).Problem);
        Assert.Equal("Waiting", (await ShowAsync(failure["id"]))["state"]);
    }

    Task<Answer> RetryAsync(Answer failure) => _admin.PostAsync($"/api/operations/failures/{failure["id"]}/retries", new { });

    Task<Answer> ShowAsync(string id) => _admin.GetAsync($"/api/operations/failures/{id}");

    Task<Answer?> FindAsync() => FindAsync(_ticket);

    async Task<Answer?> FindAsync(TicketStub ticket)
    {
        var found = await operations.Service
            .ReadAsync(db => db.Failures.Where(x => x.TicketId == ticket.Id).Select(x => x.Id).ToListAsync());
        return found is [var id] ? await ShowAsync(id.ToString()) : null;
    }

    Task<Answer> FailAsync() => FailAsync(_ticket);

    async Task<Answer> FailAsync(TicketStub ticket)
    {
        Repairs.Broken[ticket.Id] = true;
        await operations.Installation.OtherService.PublishAsync(new(ticket, Secret));
        Answer? failure = null;
        await Eventually.HoldsAsync(async () => (failure = await FindAsync(ticket)) is not null);
        return failure!.Expect(HttpStatusCode.OK);
    }
}
