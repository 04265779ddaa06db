using System.Net.Sockets;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Helpdesk.Operations.Queues;

/// <summary>Broker or database are away for a moment; they come back by themselves, and others say so.</summary>
static class TransientFaults
{
    // These stay until somebody changes something.
    const ushort Refused = Constants.AccessRefused, Different = Constants.PreconditionFailed;

    public static bool IsTransient(Exception exception) =>
        exception is BrokerUnreachableException or OperationInterruptedException { ShutdownReason.ReplyCode: not (Refused or Different) }
        || exception.GetBaseException() is NpgsqlException { IsTransient: true } or TimeoutException or SocketException or IOException
            or OperationCanceledException;
}
