using MassTransit;

namespace Helpdesk.Messaging.Tests;

/// <summary>Does something once the broker has confirmed a message, before the dispatcher hears of it.</summary>
sealed class AfterSend(Func<SendContext, Task> act) : ISendObserver
{
    public Task PreSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

    public Task PostSend<T>(SendContext<T> context) where T : class => act(context);

    public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
}

/// <summary>Does something when the dispatcher holds a message, before the broker gets it.</summary>
sealed class BeforeSend(Func<SendContext, Task> act) : ISendObserver
{
    public Task PreSend<T>(SendContext<T> context) where T : class => act(context);

    public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

    public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
}
