using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.ServiceDefaults;

/// <summary>Where a caller comes from, as limits count it.</summary>
public static class ClientNetwork
{
    /// <summary>
    /// The caller of a service behind the gateway. Only the gateway reaches a service, and it writes the header itself: what a
    /// stranger put there never arrives.
    /// </summary>
    /// <param name="http">The request.</param>
    public static string Of(HttpContext http) => Of(AddressOf(http));

    /// <summary>The caller's address, known in the same way.</summary>
    /// <param name="http">The request.</param>
    public static IPAddress? AddressOf(HttpContext http) =>
        IPAddress.TryParse(http.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim(), out var told) ? told : http.Connection.RemoteIpAddress;

    /// <summary>An IPv4 address, or the /64 around an IPv6 address: whoever has one of those usually has them all.</summary>
    /// <param name="address">The address; null when there is none, as in a test.</param>
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
            return address.ToString();

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }
}
