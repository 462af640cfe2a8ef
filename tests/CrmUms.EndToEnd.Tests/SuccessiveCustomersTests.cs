using CrmUms.SipPhone;
using CrmUms.SipPhone.Rtp;

namespace CrmUms.EndToEnd.Tests;

/// <summary>
/// The audio leg of an agent stays open from call to call. A telephone system that takes the packets of the next
/// customer for old ones, because their numbers are lower, leaves one side deaf.
/// </summary>
public sealed class SuccessiveCustomersTests(Instance instance) : EndToEndTest(instance)
{
    [Fact]
    public async Task Customers_with_descending_packet_numbers_hear_and_are_heard_one_after_the_other()
    {
        var agent = await IsReady(AgentPage.Aziza);
        var interactions = new List<string>();
        foreach (var sequence in new ushort[] { 60_000, 20_000, 100 })
        {
            var options = new CallOptions { RtpStart = new RtpStart(sequence, 160, sequence) };
            var caller = await Dials(Queues.Express, options: options);
            await agent.SeesOffer();
            await agent.Answer();
            await BothHear(agent, caller);
            interactions.Add(await agent.InteractionInHand());

            await caller.TalksOn();
            await BothHear(agent, caller);
            await caller.HangUp();
            await agent.SeesStage("wrapping-up");
            await agent.FinishWrapUp();
        }

        foreach (var interaction in interactions)
        {
            var kept = await Instance.Office.KeptAsync(interaction, HasRecording);
            (await RecordedTalk.OfAsync(agent, kept, Instance.Output)).EachShouldStandOnHisChannel();
        }
    }
}
