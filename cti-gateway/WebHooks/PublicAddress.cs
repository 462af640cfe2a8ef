using System.Net;
using System.Net.Sockets;

namespace CrmUms.CtiGateway.WebHooks;

/// <summary>Which addresses are nobody's network but the world's.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(network => IPNetwork.Parse(network)),
    ];

    // Of IPv6 only what is given to the world, without the ranges that carry an IPv4 address within.
    private static readonly IPNetwork World = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Carriers =
    [
        IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16"),
    ];

    public static bool Is(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Private.Any(network => network.Contains(plain))
            : World.Contains(plain) && !Carriers.Any(network => network.Contains(plain));
    }
}
