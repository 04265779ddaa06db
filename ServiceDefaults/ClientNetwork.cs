using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults;

/// <summary>The network of a client, as rate limits count it.</summary>
public static class ClientNetwork
{
    /// <summary>The client's network; behind the gateway, the one that <see cref="Forwarding.ForwardedCaller"/> restored.</summary>
    /// <param name="http">The request.</param>
    public static string Of(HttpContext http) => Of(AddressOf(http));

    /// <summary>The client's address, from the same source, in its shortest form.</summary>
    /// <param name="http">The request.</param>
    public static IPAddress? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } scoped => new(scoped.GetAddressBytes()),
        var address => address,
    };

    /// <summary>An IPv4 address, or the /64 of an IPv6 address: whoever has one address of it usually has them all.</summary>
    /// <param name="address">The address; null in tests.</param>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();

        var bytes = address.GetAddressBytes();
        if (Embedded(bytes) is { } v4)
            return v4.ToString();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }

    // An IPv4 address behind a translator (NAT64) or a tunnel (6to4) counts as itself: all clients of a translator share one network, and a
    // tunnel gives each address 65,536 networks.
    static IPAddress? Embedded(ReadOnlySpan<byte> address) => address switch
    {
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, .. var mapped] => new(mapped),
        [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. var translated] => new(translated),
        [0x20, 0x02, var a, var b, var c, var d, ..] => new([a, b, c, d]),
        _ => null,
    };
}
