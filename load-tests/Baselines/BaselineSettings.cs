using CrmUms.LoadTests.Running;

namespace CrmUms.LoadTests.Baselines;

/// <summary>
/// What the Asterisk of the baselines has on top of the product's own settings: phones of agents, a queue of its own,
/// and two numbers. Both record as the product does.
/// </summary>
internal static class BaselineSettings
{
    public const string QueueNumber = "appqueue";
    public const string StasisNumber = "barestasis";
    public const string StasisApp = "bare";

    public static string PhoneOf(int agent) => $"bench{agent}";

    public static void Write(string folder, int agents)
    {
        var local = Directory.CreateDirectory(Path.Combine(folder, "asterisk", "etc", "local")).FullName;
        var phones = Enumerable.Range(1, agents).Select(PhoneOf).ToList();
        File.WriteAllText(Path.Combine(local, "pjsip-bench.conf"), Template + string.Concat(phones.Select(Phone)));
        File.WriteAllText(Path.Combine(local, "extensions-bench.conf"), Extensions);
        File.WriteAllText(
            Path.Combine(local, "queues-bench.conf"),
            Queue + string.Concat(phones.Select(phone => $"member => PJSIP/{phone}\n")));
    }

    private static string Phone(string name) =>
        $"""
        [{name}](bench-phone)
        aors = {name}
        [{name}]
        type = aor
        contact = sip:{name}@127.0.0.1:{Ports.AgentsSip}

        """;

    private const string Template =
        """
        [bench-phone](!)
        type = endpoint
        transport = transport-udp
        context = from-agent
        disallow = all
        allow = ulaw
        direct_media = no
        from_domain = 127.0.0.1

        """;

    private const string Extensions =
        $$"""
        [from-trunk](+)
        exten => {{QueueNumber}},1,MixMonitor(${UNIQUEID}.raw,D)
         same => n,Answer(0,i)
         same => n,Queue(bench,,,,60)
         same => n,Hangup()
        exten => {{StasisNumber}},1,MixMonitor(${UNIQUEID}.raw,D)
         same => n,Stasis({{StasisApp}},caller)
         same => n,Hangup()

        """;

    private const string Queue =
        """
        [bench]
        strategy = rrmemory
        musicclass = default
        autofill = yes
        ringinuse = no
        timeout = 20
        retry = 1
        wrapuptime = 0

        """;
}
