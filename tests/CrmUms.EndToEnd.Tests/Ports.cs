using System.Globalization;

namespace CrmUms.EndToEnd.Tests;

/// <summary>Ports of the instance, all counted from one, so that two runs can stand on one machine.</summary>
internal sealed record Ports(int First)
{
    private const int DefaultFirst = 21_000;

    public int Sip => First + 60;

    public Uri Web => new($"http://127.0.0.1:{First + 80}/");

    public Uri Hub => new($"ws://127.0.0.1:{First + 80}/hubs/desk");

    public int Ari => First + 88;

    /// <summary>Another system, whose page embeds our softphone.</summary>
    public Uri Foreign => new($"http://127.0.0.1:{First + 90}/");

    /// <summary>Where the carrier takes our calls to the outside.</summary>
    public int Carrier => First + 70;

    /// <summary>Of the customers' telephones.</summary>
    public (int Min, int Max) PhoneRtp => (First + 17_000, First + 18_998);

    public static Ports Chosen()
    {
        var chosen = Environment.GetEnvironmentVariable("CRMUMS_E2E_PORTS");
        return new Ports(string.IsNullOrEmpty(chosen) ? DefaultFirst : int.Parse(chosen, CultureInfo.InvariantCulture));
    }

    /// <summary>The same, as settings of <c>./ums</c>.</summary>
    public IEnumerable<(string Name, string Value)> Settings() =>
    [
        ("CRMUMS_WEB_PORT", $"{Web.Port}"),
        ("CRMUMS_PG_PORT", $"{First + 432}"),
        ("CRMUMS_ARI_PORT", $"{Ari}"),
        ("CRMUMS_SIP_PORT", $"{Sip}"),
        ("CRMUMS_RTP_START", $"{First + 15_000}"),
        ("CRMUMS_RTP_END", $"{First + 16_998}"),
        ("CRMUMS_EMBED_ORIGINS", Foreign.GetLeftPart(UriPartial.Authority)),
        ("CRMUMS_PRIVATE_WEB_HOOKS", "1"),
        ("CRMUMS_CARRIER_CONTACT", $"sip:127.0.0.1:{Carrier}"),
    ];
}
