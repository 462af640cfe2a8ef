using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CrmUms.SipPhone.Audio;

namespace CrmUms.CtiGateway.Tests.Asterisk;

/// <summary>
/// The folder of one Asterisk: settings made from <c>deploy/asterisk</c>, as <c>./ums up</c> makes them, and sounds
/// that a test can tell apart by their tone.
/// </summary>
internal sealed class AsteriskFiles
{
    public const int MusicHertz = 1000;
    public const int SoftMusicHertz = 1300;
    public const int PromptHertz = 1500;
    public const int OtherPromptHertz = 1700;
    public const int BeepHertz = 2000;

    public AsteriskFiles(string installation)
    {
        Root = Path.Combine(Path.GetTempPath(), "crmums-asterisk-" + Guid.NewGuid().ToString("n")[..8]);
        foreach (var folder in new[]
        {
            "etc", "lib/agi", "lib/keys", "data/sounds/en", "data/sounds/ru", "data/moh", "data/moh-soft",
            "spool/monitor", "spool/recording", "run", "log", "cache",
        })
        {
            Directory.CreateDirectory(Path.Combine(Root, folder));
        }

        var share = Path.Combine(installation, "usr/share/asterisk");
        File.CreateSymbolicLink(Path.Combine(Root, "data/documentation"), Path.Combine(share, "documentation"));
        File.CreateSymbolicLink(Path.Combine(Root, "data/rest-api"), Path.Combine(share, "rest-api"));
        WriteTone("data/moh/tone.wav", MusicHertz, seconds: 5);
        WriteTone("data/moh-soft/tone.wav", SoftMusicHertz, seconds: 5);
        WriteTone("data/sounds/en/test-long.wav", PromptHertz, seconds: 20);
        WriteTone("data/sounds/en/test-short.wav", PromptHertz, seconds: 0.3);
        WriteTone("data/sounds/en/test-other.wav", OtherPromptHertz, seconds: 0.5);
        WriteTone("data/sounds/en/beep.wav", BeepHertz, seconds: 0.2);
        WriteTone("data/sounds/ru/beep.wav", BeepHertz, seconds: 0.2);
        File.WriteAllText(MusicFile, "");
        Render(installation);
    }

    public string Root { get; }

    /// <summary>Where the server writes music of its own.</summary>
    public string MusicFile => Path.Combine(Root, "music.conf");

    public int AriPort { get; } = FreePort(SocketType.Stream);

    public int SipPort { get; } = FreePort(SocketType.Dgram);

    /// <summary>Where calls to the outside go.</summary>
    public int CarrierPort { get; } = FreePort(SocketType.Dgram);

    public string Password { get; } = Guid.NewGuid().ToString("n");

    private void Render(string installation)
    {
        var values = new Dictionary<string, string>
        {
            ["@HOME@"] = Root,
            ["@MODULES@"] = Directory.GetDirectories(Path.Combine(installation, "usr/lib"), "*-linux-gnu")
                .Select(folder => Path.Combine(folder, "asterisk/modules"))
                .Single(Directory.Exists),
            ["@ARI_PORT@"] = AriPort.ToString(CultureInfo.InvariantCulture),
            ["@ARI_PASSWORD@"] = Password,
            ["@MUSIC@"] = MusicFile,
            ["@SIP_BIND@"] = "127.0.0.1",
            ["@SIP_PORT@"] = SipPort.ToString(CultureInfo.InvariantCulture),
            ["@SIP_DOMAIN@"] = "127.0.0.1",
            ["@CARRIER@"] = "127.0.0.1",
            ["@CARRIER_CONTACT@"] = $"sip:127.0.0.1:{CarrierPort}",
            ["@RTP_START@"] = "34000",
            ["@RTP_END@"] = "34999",
            ["@SYSTEMNAME@"] = "test",
            ["@ENTITYID@"] = "02:00:00:00:00:01",
        };
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "deploy/asterisk"), "*.conf"))
        {
            var text = File.ReadAllText(file);
            foreach (var (name, value) in values)
            {
                text = text.Replace(name, value, StringComparison.Ordinal);
            }

            File.WriteAllText(Path.Combine(Root, "etc", Path.GetFileName(file)), text);
        }
    }

    private void WriteTone(string name, int hertz, double seconds)
    {
        using var writer = new WavWriter(Path.Combine(Root, name));
        var samples = Enumerable.Range(0, (int)(seconds * Sound.Rate))
            .Select(index => (short)(3000 * Math.Sin(2 * Math.PI * hertz * index / Sound.Rate)));
        writer.Write([.. samples]);
    }

    private static int FreePort(SocketType type)
    {
        using var socket = new Socket(
            AddressFamily.InterNetwork, type, type == SocketType.Stream ? ProtocolType.Tcp : ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
