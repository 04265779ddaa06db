using System.Net.Sockets;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace Helpdesk.Operations.Queues;

/// <summary>Broker or database are away for a moment; they come back by themselves, and others say so.</summary>
static class Away
{
    public static bool Is(Exception exception) =>
        exception is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException
        || exception.GetBaseException() is NpgsqlException { IsTransient: true } or TimeoutException or SocketException or IOException
            or OperationCanceledException;
}
