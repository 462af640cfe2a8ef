using System.Text.Json;
using CrmUms.SipPhone.Audio;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// What a recording holds of the first second of a talk: the level of each one's tone on each channel, in dB.
/// </summary>
internal sealed record RecordedTalk(double CustomerLeft, double AgentLeft, double CustomerRight, double AgentRight)
{
    private const double SeparationDb = 30;

    /// <summary>
    /// Downloads the only recording of an interaction, or the last one of so many, as an agent would, and measures it.
    /// </summary>
    public static async Task<RecordedTalk> OfAsync(AgentPage agent, JsonElement kept, string folder, int parts = 1)
    {
        var recordings = kept.GetProperty("recordings").EnumerateArray().ToArray();
        recordings.Length.ShouldBe(parts, kept.ToString());
        var recording = recordings[^1];
        var file = Path.Combine(folder, $"recording-{kept.Text("interactionId")}");
        await agent.DownloadAsync($"/api/recordings/{recording.Text("recordingId")}/audio", file);
        var heard = await Tones.DecodeAsync(file);
        var from = (int)(recording.Number("talkStartsAtSeconds").ShouldNotBeNull() * heard.Rate);

        // The beginning, in which the audio paths are being opened, is left out.
        var talk = new Range(from + (heard.Rate / 2), from + heard.Rate);
        double Level(int hertz, int channel) =>
            ToneMeter.Level(heard.Channels[channel].AsSpan()[talk], heard.Rate, hertz);
        return new(Level(Tones.Customer, 0), Level(Tones.Agent, 0), Level(Tones.Customer, 1), Level(Tones.Agent, 1));
    }

    /// <summary>The customer stands on the left channel alone, the agent on the right one alone.</summary>
    public void EachShouldStandOnHisChannel()
    {
        CustomerLeft.ShouldBeGreaterThan(Tones.HeardDbfs, ToString());
        AgentRight.ShouldBeGreaterThan(Tones.HeardDbfs, ToString());
        (CustomerLeft - AgentLeft).ShouldBeGreaterThan(SeparationDb, ToString());
        (AgentRight - CustomerRight).ShouldBeGreaterThan(SeparationDb, ToString());
        (CustomerLeft - CustomerRight).ShouldBeGreaterThan(SeparationDb, ToString());
        (AgentRight - AgentLeft).ShouldBeGreaterThan(SeparationDb, ToString());
    }
}
