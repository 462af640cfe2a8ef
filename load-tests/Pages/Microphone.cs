using System.Text;

namespace CrmUms.LoadTests.Pages;

/// <summary>Writes the file that Chromium plays as its microphone, round and round: one steady tone.</summary>
internal static class Microphone
{
    private const int Rate = 48_000;
    private const int Seconds = 10;

    public static void Write(string path, int hertz, double dbfs)
    {
        var amplitude = short.MaxValue * Math.Pow(10, dbfs / 20);
        var octets = Rate * Seconds * sizeof(short);
        using var file = new BinaryWriter(File.Create(path), Encoding.ASCII);
        file.Write("RIFF"u8);
        file.Write(octets + 36);
        file.Write("WAVEfmt "u8);
        file.Write(16);
        file.Write((short)1); // PCM
        file.Write((short)1); // One channel.
        file.Write(Rate);
        file.Write(Rate * sizeof(short));
        file.Write((short)sizeof(short));
        file.Write((short)16);
        file.Write("data"u8);
        file.Write(octets);
        for (var i = 0; i < Rate * Seconds; i++)
        {
            file.Write((short)(amplitude * Math.Sin(2 * Math.PI * hertz * i / Rate)));
        }
    }
}
