using CrmUms.Acd.Routing.Lines;

namespace CrmUms.Acd.Routing;

// Channels: how much an agent can have in hand. A number is given to each channel when it is first heard of.
public sealed partial class RoutingCore
{
    private static readonly IReadOnlyDictionary<string, int> NothingInHand = new Dictionary<string, int>();

    private readonly Dictionary<string, int> _channels = new() { [RoutingCapacity.Voice] = VoiceNumber };

    private const int VoiceNumber = 0;
    private const int ChannelsMax = 32; // A bit for each.

    private int ChannelOf(string channel)
    {
        if (!_channels.TryGetValue(channel, out var number))
        {
            if (_channels.Count == ChannelsMax)
            {
                throw new ArgumentException($"No more than {ChannelsMax} channels.", nameof(channel));
            }

            _channels[channel] = number = _channels.Count;
        }

        return number;
    }

    private static bool HasRoom(AgentSlot agent, int channel) => (agent.ChannelsWithRoom >> channel & 1) != 0;

    private static bool HasRoom(AgentSlot agent) => agent.ChannelsWithRoom != 0;

    // After every change of what he has in hand, or may have.
    private static void CountRoom(AgentSlot agent)
    {
        agent.ChannelsWithRoom = 0;
        for (var channel = 0; channel < agent.Room.Length; channel++)
        {
            if (agent.InHand[channel] < agent.Room[channel]
                && (!agent.VoiceIsAlone || !IsShutOut(agent, channel)))
            {
                agent.ChannelsWithRoom |= 1u << channel;
            }
        }
    }

    // A call shuts out all else, and anything else shuts out calls.
    private static bool IsShutOut(AgentSlot agent, int channel)
    {
        for (var other = 0; other < agent.InHand.Length; other++)
        {
            if (agent.InHand[other] > 0 && (channel == VoiceNumber) != (other == VoiceNumber))
            {
                return true;
            }
        }

        return false;
    }

    private void MakeRoomForChannels()
    {
        foreach (var agent in _agents.Values)
        {
            var (inHand, personal) = (agent.InHand, agent.Personal);
            Array.Resize(ref inHand, _channels.Count);
            Array.Resize(ref personal, _channels.Count);
            (agent.InHand, agent.Personal) = (inHand, personal);
        }
    }
}
