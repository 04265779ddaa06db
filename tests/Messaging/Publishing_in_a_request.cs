using System.Diagnostics;
using Helpdesk.Fixtures;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Messaging.Tests;

public sealed class Publishing_in_a_request(SharedHost shared) : IClassFixture<SharedHost>, IAsyncLifetime
{
    static readonly TimeSpan BeforeTheNextPoll = TimeSpan.FromSeconds(50);

    SampleHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await shared.ForgottenAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Without_saving_nothing_leaves()
    {
        await _host.InScope(async (services, _) =>
        {
            await services.GetRequiredService<IPublishEndpoint>().Publish(new Ping(Guid.NewGuid(), "lost"));
            return 0;
        });
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "kept"));

        await Eventually.HoldsAsync(() => _host.Seen.CountOf("kept") == 1);
        Assert.Equal(0, _host.Seen.CountOf("lost"));
    }

    [Fact]
    public async Task F24_what_is_rolled_back_never_leaves()
    {
        await _host.InScope(async (services, db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<IPublishEndpoint>().Publish(new Ping(Guid.NewGuid(), "rolled back"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            return 0;
        });
        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "kept"));

        await Eventually.HoldsAsync(() => _host.Seen.CountOf("kept") == 1);
        Assert.Equal(0, _host.Seen.CountOf("rolled back"));
    }

    [Fact]
    public async Task It_leaves_at_the_commit_not_at_the_next_poll_also_in_a_transaction_of_the_callers_own()
    {
        await using var host = await SampleHost.StartAsync(settings: ["--Messaging:PollInterval", "00:01:00"]);
        await host.PublishAndSave(new Ping(Guid.NewGuid(), "at once"));
        await Eventually.HoldsAsync(() => host.Seen.CountOf("at once") == 1, BeforeTheNextPoll);

        await host.InScope(async (services, db) =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<IPublishEndpoint>().Publish(new Ping(Guid.NewGuid(), "explicit"));
            await db.SaveChangesAsync();
            Assert.Equal(0, host.Seen.CountOf("explicit"));
            await transaction.CommitAsync();
            return 0;
        });
        await Eventually.HoldsAsync(() => host.Seen.CountOf("explicit") == 1, BeforeTheNextPoll);
    }

    [Fact]
    public async Task N9_the_trace_goes_on_in_the_consumer()
    {
        using var source = new ActivitySource("test");
        using var listener = new ActivityListener { ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        using var request = source.StartActivity("request")!;

        await _host.PublishAndSave(new Ping(Guid.NewGuid(), "traced"));

        await Eventually.HoldsAsync(() => _host.Seen.Traces.Contains(request.TraceId.ToString()));
    }

    [Fact]
    public async Task A_thousand_messages_all_arrive_and_the_outbox_is_empty()
    {
        await _host.PublishAndSave([.. Enumerable.Range(0, 1000).Select(_ => new Ping(Guid.NewGuid(), "bulk"))]);
        await Eventually.HoldsAsync(() => _host.Seen.CountOf("bulk") == 1000, TimeSpan.FromMinutes(4));
        await Eventually.HoldsAsync(async () => await _host.Rows() == 0);
    }

    [Fact]
    public async Task A_request_gets_its_answer()
    {
        var answer = await _host.InScope((services, _) =>
            services.GetRequiredService<IRequestClient<Question>>().GetResponse<Answer>(new Question("hi")));
        Assert.Equal("hi!", answer.Message.Text);
    }
}
