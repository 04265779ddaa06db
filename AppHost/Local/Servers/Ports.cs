using System.Net;
using System.Net.Sockets;

namespace Helpdesk.AppHost.Local.Servers;

/// <summary>Free ports of the loopback address.</summary>
public static class Ports
{
    // Below the range that the kernel takes for outgoing connections, so that none of those slips in before a part listens.
    const int First = 20000, Last = 32000;

    static readonly HashSet<int> Given = [];

    /// <summary>A port that nobody listens on right now, and that was not given to anybody in this process.</summary>
    public static int Free()
    {
        using var reserved = Reserve();
        return ((IPEndPoint)reserved.LocalEndpoint).Port;
    }

    /// <summary>A free port that is kept until the listener is disposed.</summary>
    public static TcpListener Reserve()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            lock (Given)
            {
                if (!Given.Add(port))
                    continue;
            }

            if (TryReserve(port) is { } listener)
                return listener;
        }
    }

    /// <summary>Keeps this port until the listener is disposed; null when somebody has it.</summary>
    public static TcpListener? TryReserve(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    /// <summary>Whether somebody answers there.</summary>
    public static async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken = default)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return false;
        }
    }
}
