using System.Text.Json;
using CrmUms.Acd.Ivr.Running;
using CrmUms.Acd.Ivr.Values;

namespace CrmUms.Acd.Ivr.Nodes;

/// <summary>
/// Asks another system over HTTP and takes values out of its JSON. Values in the address are escaped, those in the body
/// are written as JSON texts are; only here <c>${secret.name}</c> is filled in. No answer in time, or none of use:
/// <c>failed</c>.
/// </summary>
internal sealed class HttpLookupNode(NodeSettings settings) : FlowNodeLogic
{
    private const int UrlMax = 2_000;

    private static readonly FlowSettingType UrlSetting = FlowSetting.Text("url", required: true, max: UrlMax);
    private static readonly FlowSettingType MappingSetting = FlowSetting.Headers("mapping");
    private static readonly FlowSettingType MethodSetting = FlowSetting.Choice("method", "GET", "GET", "POST", "PUT");
    private static readonly FlowSettingType HeadersSetting = FlowSetting.Headers("headers");
    private static readonly FlowSettingType BodySetting = FlowSetting.LongText("body");
    private static readonly FlowSettingType TimeoutSetting = FlowSetting.Number("timeoutSeconds", 1, 20, preset: 4);

    private readonly FlowTemplate _url = settings.Template(UrlSetting);
    private readonly string _method = settings.Choice(MethodSetting);
    private readonly FlowTemplate _body = settings.Template(BodySetting);
    private readonly TimeSpan _within = settings.Seconds(TimeoutSetting);

    private readonly (string Name, FlowTemplate Value)[] _headers =
        [.. settings.Pairs(HeadersSetting).Select(pair => (pair.Name, FlowTemplate.Parse(pair.Value)))];

    private readonly (string Variable, JsonAnswer Path)[] _mapping =
    [
        .. from pair in settings.Pairs(MappingSetting)
           let path = JsonAnswer.Parse(pair.Value)
           where path is not null && FlowVariables.IsSettable(pair.Name)
           select (pair.Name, path),
    ];

    public static FlowNodeType Type { get; } = new(
        "http-lookup",
        ["done", "not-found", "failed"],
        [UrlSetting, MethodSetting, HeadersSetting, BodySetting, MappingSetting, TimeoutSetting])
    {
        OptionalExits = ["not-found"], MayUseSecrets = true,
    };

    public override IEnumerable<NodeFinding> Findings()
    {
        if (!_url.IsEmpty && !HttpAddress.IsAddress(_url))
        {
            yield return new NodeFinding(FlowCodes.UrlInvalid, UrlSetting.Key);
        }
        else if (HttpAddress.HasVariableHost(_url))
        {
            yield return new NodeFinding(FlowCodes.UrlHostVariable, UrlSetting.Key);
        }

        foreach (var (name, path) in settings.Pairs(MappingSetting))
        {
            if (!FlowVariables.IsName(name))
            {
                yield return new NodeFinding(FlowCodes.VariableInvalid, MappingSetting.Key, "name", name);
            }
            else if (!FlowVariables.IsSettable(name))
            {
                yield return new NodeFinding(FlowCodes.VariableReadOnly, MappingSetting.Key, "name", name);
            }
            else if (JsonAnswer.Parse(path) is null)
            {
                yield return new NodeFinding(FlowCodes.PathInvalid, MappingSetting.Key, "path", path);
            }
        }
    }

    public override FlowMove Enter(FlowVisit visit)
    {
        if (!HttpAddress.IsAllowed(_url))
        {
            visit.Fault(FlowFault.SettingInvalid, UrlSetting.Key);
            return FlowMove.Exit("failed");
        }

        var request = visit.Await(_within + FlowLimits.ReplyMax); // Who asks has its own limit; this one is the last.
        visit.Do(new FlowEffect.LookUpHttp(
            request,
            _method,
            visit.ExpandWithSecrets(_url, Uri.EscapeDataString, UrlMax * 2),
            _headers.ToDictionary(
                header => header.Name, header => visit.ExpandWithSecrets(header.Value, OneLine, FlowLimits.TextMax)),
            _method == "GET" ? "" : visit.ExpandWithSecrets(_body, JsonText, FlowLimits.AnswerMax),
            _within));
        return FlowMove.Stay;
    }

    public override FlowMove On(FlowVisit visit, FlowEvent happening)
    {
        switch (happening)
        {
            case FlowEvent.HttpAnswered answered:
                visit.Note(new FlowNote.LookedUp(visit.State.Node, answered.Status));
                visit.Set("http.status", FlowProblem.Text(answered.Status));
                return answered.Status switch
                {
                    404 => visit.ExitOr("not-found", "failed"),
                    >= 200 and < 300 when Read(visit, answered.Body) => FlowMove.Exit("done"),
                    _ => FlowMove.Exit("failed"),
                };
            case FlowEvent.LookUpFailed or FlowEvent.TimerElapsed:
                visit.Note(new FlowNote.LookedUp(visit.State.Node, Status: null));
                return FlowMove.Exit("failed");
            default:
                return FlowMove.Stay;
        }
    }

    private bool Read(FlowVisit visit, string body)
    {
        if (_mapping.Length == 0)
        {
            return true; // Only that it was taken matters.
        }

        if (body.Length > FlowLimits.AnswerMax)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            foreach (var (variable, path) in _mapping)
            {
                visit.Set(variable, path.Of(document.RootElement));
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string JsonText(string value) => JsonEncodedText.Encode(value).ToString();

    // A value must not end its header and begin another one.
    private static string OneLine(string value) =>
        value.AsSpan().ContainsAnyInRange('\0', '\x1f') ? string.Concat(value.Where(letter => letter >= ' ')) : value;
}
