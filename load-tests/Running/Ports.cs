using System.Net;

namespace CrmUms.LoadTests.Running;

/// <summary>Ports that the benches use, away from those of an installation that runs beside them.</summary>
internal static class Ports
{
    public const int Web = 22080;
    public const int Postgres = 22432;
    public const int Ari = 22088;
    public const int Sip = 22060;
    public const int BaselineAri = 22089;
    public const int BaselineSip = 22061;
    public const int AgentsSip = 22500;
    public const int CallersSip = 22501;
    public const int PhonesRtpMin = 42_500;
    public const int PhonesRtpMax = 43_999;

    public static readonly IPEndPoint Product = new(IPAddress.Loopback, Sip);
    public static readonly Uri Page = new($"http://127.0.0.1:{Web}/");

    public static Dictionary<string, string> OfProduct() => Settings(Ari, Sip, 40_000, 41_499);

    public static Dictionary<string, string> OfBaseline() => Settings(BaselineAri, BaselineSip, 41_500, 42_499);

    private static Dictionary<string, string> Settings(int ari, int sip, int rtpMin, int rtpMax) => new()
    {
        ["CRMUMS_WEB_PORT"] = $"{Web}",
        ["CRMUMS_PG_PORT"] = $"{Postgres}",
        ["CRMUMS_ARI_PORT"] = $"{ari}",
        ["CRMUMS_SIP_PORT"] = $"{sip}",
        ["CRMUMS_RTP_START"] = $"{rtpMin}",
        ["CRMUMS_RTP_END"] = $"{rtpMax}",
        ["CRMUMS_CARRIER_CONTACT"] = $"sip:127.0.0.1:{CallersSip}",
        ["CRMUMS_BIND"] = "127.0.0.1",
        ["CRMUMS_DEMO"] = "1",
        ["CRMUMS_WS_URL"] = "",
        ["CRMUMS_TLS_CERTIFICATE"] = "",
        ["CRMUMS_TLS_KEY"] = "",
    };
}
