using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Helpdesk.AppHost.Servers;

/// <summary>Free ports on loopback.</summary>
public static class Ports
{
    // Below the kernel's range for outgoing connections, so that none of those takes a port before its server listens.
    const int First = 20000, Last = 32000;

    /// <summary>Abstract sockets that mark ports as given away; they go with the process, however that ends.</summary>
    static readonly List<Socket> Claims = [];

    /// <summary>A port that is free and that neither this process nor another of ours has given away.</summary>
    public static int Free()
    {
        using var reserved = Reserve();
        return ((IPEndPoint)reserved.LocalEndpoint).Port;
    }

    /// <summary>A free port, reserved until the listener is disposed, and for our other processes while this one lives.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static TcpListener Reserve(int first = First, int last = Last)
    {
        var (any, count) = (Random.Shared.Next(last - first), last - first);
        return Enumerable.Range(0, count).Select(x => first + (any + x) % count).Where(x => Claim("port", x))
            .Select(TryReserve).FirstOrDefault(x => x is not null)
            ?? throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"No port from {first} to {last - 1} is free."));
    }

    /// <summary>
    /// This port, reserved as by <see cref="Reserve"/>; null when it is taken, or another of our processes wanted it first. The caller may
    /// have got it from <see cref="Free"/>: that claim does not count.
    /// </summary>
    public static TcpListener? TryReserveWanted(int port) => Claim("wanted-port", port) ? TryReserve(port) : null;

    static TcpListener? TryReserve(int port)
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

    /// <summary>Without a claim, another installation would find the port free until its server listens.</summary>
    static bool Claim(string what, int port)
    {
        var claim = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            claim.Bind(new UnixDomainSocketEndPoint(string.Create(CultureInfo.InvariantCulture, $"\0helpdesk-{what}-{port}")));
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            claim.Dispose();
            return false;
        }

        lock (Claims)
            Claims.Add(claim);
        return true;
    }

    /// <summary>Whether something listens there.</summary>
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
