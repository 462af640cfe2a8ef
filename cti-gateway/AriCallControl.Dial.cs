using System.Text.Json;
using CrmUms.Acd.Ports;
using CrmUms.Acd.Shared;
using CrmUms.CtiGateway.Ari.Generated;

namespace CrmUms.CtiGateway;

// Calls to the outside. The leg runs through the dialplan when it is answered: only there can its recording be begun.
internal sealed partial class AriCallControl
{
    public async Task DialAsync(
        LegId leg,
        DialTarget target,
        string callerId,
        TimeSpan timeout,
        IReadOnlyDictionary<string, string> headers,
        CancellationToken cancellation)
    {
        var request = ChannelsRequests.OriginateWithId(
            leg.Value,
            endpoint: target switch
            {
                DialTarget.Number number => $"PJSIP/{number.Text}@{options.Trunk}",
                DialTarget.Address address => $"PJSIP/{options.Trunk}/{address.Text}",
                _ => throw new NotSupportedException(target.ToString()),
            },
            extension: "s",
            context: options.OutboundContext,
            priority: 1,
            callerId: callerId,
            timeout: SecondsOf(timeout),
            variables: VariablesOf(headers));
        var reply = await ari.SendAsync(request, cancellation);
        if (!reply.IsDone && !reply.IsRepeat)
        {
            throw Refused(request, reply);
        }
    }

    private static string? VariablesOf(IReadOnlyDictionary<string, string> headers) =>
        headers.Count == 0 ? null : JsonSerializer.Serialize(new Dictionary<string, Dictionary<string, string>>
        {
            ["variables"] = headers.ToDictionary(
                header => $"PJSIP_HEADER(add,{header.Key})", header => OnOneLine(header.Value)),
        });

    // A line break would begin another header.
    private static string OnOneLine(string value) =>
        string.Concat(value.Select(character => char.IsControl(character) ? ' ' : character));

    private static int SecondsOf(TimeSpan time) => Math.Max(1, (int)time.TotalSeconds);
}
