using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults;

/// <summary>Where a caller comes from, as limits count it.</summary>
public static class ClientNetwork
{
    /// <summary>The network of a caller; behind the gateway, as <see cref="Forwarding.ForwardedCaller"/> took it over.</summary>
    /// <param name="http">The request.</param>
    public static string Of(HttpContext http) => Of(AddressOf(http));

    /// <summary>The caller's address, known in the same way, in its shortest spelling.</summary>
    /// <param name="http">The request.</param>
    public static IPAddress? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
        { AddressFamily: AddressFamily.InterNetworkV6, ScopeId: not 0 } scoped => new(scoped.GetAddressBytes()),
        var address => address,
    };

    /// <summary>An IPv4 address, or the /64 around an IPv6 address: whoever has one of those usually has them all.</summary>
    /// <param name="address">The address; null when there is none, as in a test.</param>
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

    // An IPv4 address that came by a translator or a tunnel counts as itself: behind the translator's one network sit all its strangers,
    // and the tunnel gives each address 65,536 networks.
    static IPAddress? Embedded(ReadOnlySpan<byte> address) => address switch
    {
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, .. var mapped] => new(mapped),
        [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. var translated] => new(translated),
        [0x20, 0x02, var a, var b, var c, var d, ..] => new([a, b, c, d]),
        _ => null,
    };
}
