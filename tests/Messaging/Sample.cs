using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Messaging.Tests;

public sealed record Ping(Guid Id, string Text);

public sealed record Echoed(Guid Id, string Text);

public sealed record Question(string Text);

public sealed record Answer(string Text);

public sealed record Filed(Guid Id, string Number);

public sealed record Folder(string Number);

public sealed record Refiled(Guid Id, Folder Ticket);

/// <summary>What the consumers saw, in this host.</summary>
public sealed class Seen
{
    public ConcurrentBag<Echoed> Echoes { get; } = [];

    public ConcurrentDictionary<Guid, int> Attempts { get; } = new();

    public ConcurrentBag<string> Traces { get; } = [];

    public ConcurrentBag<Guid> Closed { get; } = [];

    public void Forget()
    {
        Echoes.Clear();
        Attempts.Clear();
        Traces.Clear();
        Closed.Clear();
    }

    public int CountOf(string text) => Echoes.Count(x => x.Text == text);
}

/// <summary>Publishes an echo, then fails the first time when told to.</summary>
public sealed class EchoPing(IPublishEndpoint publish, Seen seen) : IConsumer<Ping>
{
    public async Task Consume(ConsumeContext<Ping> context)
    {
        seen.Traces.Add(Activity.Current?.TraceId.ToString() ?? "");
        await publish.Publish(new Echoed(context.Message.Id, context.Message.Text), context.CancellationToken);
        if (seen.Attempts.AddOrUpdate(context.Message.Id, 1, (_, n) => n + 1) == 1
            && context.Message.Text.StartsWith("flaky", StringComparison.Ordinal))
            throw new InvalidOperationException("The first attempt fails.");
        if (context.Message.Text.StartsWith("slow", StringComparison.Ordinal))
            await Task.Delay(200, context.CancellationToken);
    }
}

public sealed class NoteEcho(Seen seen) : IConsumer<Echoed>
{
    public Task Consume(ConsumeContext<Echoed> context)
    {
        seen.Echoes.Add(context.Message);
        return Task.CompletedTask;
    }
}

public sealed class NoteFiling : IConsumer<Filed>, IConsumer<Refiled>
{
    public Task Consume(ConsumeContext<Filed> context) => Task.CompletedTask;

    public Task Consume(ConsumeContext<Refiled> context) => Task.CompletedTask;
}

public sealed class AnswerQuestion : IConsumer<Question>
{
    public Task Consume(ConsumeContext<Question> context) => context.RespondAsync(new Answer(context.Message.Text + "!"));
}

public sealed class NoteClosing(Seen seen) : IConsumer<CaseClosed>
{
    public Task Consume(ConsumeContext<CaseClosed> context)
    {
        seen.Closed.Add(context.Message.CaseId);
        return Task.CompletedTask;
    }
}

public sealed class SampleDbContext(DbContextOptions<SampleDbContext> options) : DbContext(options)
{
    public DbSet<CaseSaga> Cases => Set<CaseSaga>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.Entity<CaseSaga>(x =>
        {
            x.HasKey(y => y.CorrelationId);
            x.Property(y => y.RowVersion).IsRowVersion();
        });
    }
}
