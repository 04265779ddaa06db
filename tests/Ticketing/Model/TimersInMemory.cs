using System.Collections.Concurrent;
using Helpdesk.Contracts;
using Helpdesk.Ticketing.Model;
using Helpdesk.Ticketing.Timers;
using MassTransit;
using MassTransit.Saga;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Ticketing.Tests.Model;

/// <summary>The timers' saga on a bus that is in this process's memory, with its tickets.</summary>
public sealed class TimersInMemory : IAsyncLifetime
{
    readonly ServiceProvider _services;
    readonly Consumptions _consumptions = new();

    public TimersInMemory()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddSingleton<ITimedTickets>(Tickets);
        services.AddScoped<WarnOfClosing>();
        services.AddScoped<CloseSilentTicket>();
        services.AddScoped<StartPurge>();
        services.AddScoped(typeof(ReadDueTimes<>));
        services.AddMassTransit(x =>
        {
            x.AddSagaStateMachine<TicketTimersMachine, TicketTimers>().InMemoryRepository();
            x.UsingInMemory((context, bus) =>
            {
                bus.AddPrePipeSpecification(Scheduler);
                bus.ConfigureEndpoints(context);
            });
        });
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    internal StoppedClock Clock { get; } = new();
    internal TicketsInMemory Tickets { get; } = new();
    internal SchedulerInMemory Scheduler { get; } = new();

    IBusControl Bus => _services.GetRequiredService<IBusControl>();

    public async ValueTask InitializeAsync()
    {
        await Bus.StartAsync();
        Bus.ConnectConsumeObserver(_consumptions);
    }

    public async ValueTask DisposeAsync()
    {
        await Bus.StopAsync();
        await _services.DisposeAsync();
    }

    /// <summary>The timers that run for a ticket; null when none does.</summary>
    internal TicketTimers? Of(Ticket ticket) =>
        _services.GetRequiredService<IndexedSagaDictionary<TicketTimers>>()[ticket.Id]?.Instance;

    /// <summary>Publishes what happened to the ticket, and waits until the saga has taken it in.</summary>
    internal async Task PublishAsync(Ticket ticket)
    {
        Tickets.Add(ticket);
        foreach (var happened in ticket.TakeEvents().Where(x => x is not (TicketOpened or TicketRated)))
            await PublishAsync(happened);
    }

    internal async Task PublishAsync(object happened, Guid? token = null)
    {
        var id = NewId.NextGuid();
        var consumed = _consumptions.Expect(id);
        await Bus.Publish(happened, x =>
        {
            x.MessageId = id;
            if (token is { } set)
                x.Headers.Set(MessageHeaders.SchedulingTokenId, set.ToString("D"));
        });
        // Long, for a machine that does much else; it takes some milliseconds.
        await consumed.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>A timer comes due, as it was scheduled.</summary>
    internal async Task FireAsync<T>(Ticket ticket) where T : class
    {
        var (token, message) = Scheduler.Pending<T>(ticket.Id) ?? throw new InvalidOperationException($"No {typeof(T).Name} is scheduled.");
        Scheduler.Forget(token);
        await PublishAsync(message, token);
    }

    sealed class Consumptions : IConsumeObserver
    {
        readonly ConcurrentDictionary<Guid, TaskCompletionSource> _expected = new();

        public Task Expect(Guid message) => _expected.GetOrAdd(message, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context) where T : class
        {
            if (context.MessageId is { } id && _expected.TryRemove(id, out var source))
                source.TrySetResult();
            return Task.CompletedTask;
        }

        public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class
        {
            if (context.MessageId is { } id && _expected.TryRemove(id, out var source))
                source.TrySetException(exception);
            return Task.CompletedTask;
        }
    }
}
