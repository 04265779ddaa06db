using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Helpdesk.AppHost.Servers;

/// <summary>Free ports of the loopback address.</summary>
public static class Ports
{
    // Below the range that the kernel takes for outgoing connections, so that none of those slips in before a part listens.
    const int First = 20000, Last = 32000;

    /// <summary>Names in the kernel that say which ports were given; they go with the process, however that ends.</summary>
    static readonly List<Socket> Claims = [];

    /// <summary>A port that nobody listens on right now, and that neither this process nor another of ours has given to anybody.</summary>
    public static int Free()
    {
        using var reserved = Reserve();
        return ((IPEndPoint)reserved.LocalEndpoint).Port;
    }

    /// <summary>A free port, kept from everybody until the listener is disposed, and from our other processes as long as this one lives.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static TcpListener Reserve(int first = First, int last = Last)
    {
        var any = Random.Shared.Next(last - first);
        return Enumerable.Range(0, last - first).Select(x => first + (any + x) % (last - first)).Where(x => Claim("port", x)).Select(TryReserve).FirstOrDefault(x => x is not null)
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No port from {first} to {last - 1} is free."));
    }

    /// <summary>
    /// This very port, kept as by <see cref="Reserve"/>; null when somebody has it, or another of our processes wanted it before. Whoever
    /// wants it may have been given it by <see cref="Free"/>: that claim does not count.
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

    /// <summary>Between the moment at which a port is given up to a part and the one at which the part listens, another installation would find it free.</summary>
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
