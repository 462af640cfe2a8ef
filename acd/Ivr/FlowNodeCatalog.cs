using CrmUms.Acd.Ivr.Nodes;
using CrmUms.Acd.Ivr.Running;

namespace CrmUms.Acd.Ivr;

/// <summary>
/// Every kind of node. A new one is a file in Nodes and a line here. A key, once released, is never renamed: flows hold
/// it.
/// </summary>
public static class FlowNodeCatalog
{
    private static readonly (FlowNodeType Type, Func<NodeSettings, FlowNodeLogic> Make)[] Members =
    [
        (PlayNode.Type, static settings => new PlayNode(settings)),
        (MenuNode.Type, static settings => new MenuNode(settings)),
        (CollectDigitsNode.Type, static settings => new CollectDigitsNode(settings)),
        (SayNode.Type, static settings => new SayNode(settings)),
        (SurveyNode.Type, static settings => new SurveyNode(settings)),
        (HoursNode.Type, static settings => new HoursNode(settings)),
        (ConditionNode.Type, static settings => new ConditionNode(settings)),
        (LanguageNode.Type, static settings => new LanguageNode(settings)),
        (SetVariableNode.Type, static settings => new SetVariableNode(settings)),
        (HttpLookupNode.Type, static settings => new HttpLookupNode(settings)),
        (ClientLookupNode.Type, static settings => new ClientLookupNode(settings)),
        (IdentifyNode.Type, static settings => new IdentifyNode(settings)),
        (QueueNode.Type, static settings => new QueueNode(settings)),
        (CallbackNode.Type, static settings => new CallbackNode(settings)),
        (VoicemailNode.Type, static settings => new VoicemailNode(settings)),
        (TransferNode.Type, static settings => new TransferNode(settings)),
        (AssistantNode.Type, static settings => new AssistantNode(settings)),
        (SubFlowNode.Type, static settings => new SubFlowNode(settings)),
        (HangUpNode.Type, static settings => new HangUpNode(settings)),
    ];

    private static readonly Dictionary<string, (FlowNodeType Type, Func<NodeSettings, FlowNodeLogic> Make)> ByKey =
        Members.ToDictionary(member => member.Type.Type);

    /// <summary>What the editor is told, in the order of its palette.</summary>
    public static IReadOnlyList<FlowNodeType> Types { get; } = [.. Members.Select(member => member.Type)];

    /// <summary>One of them, or null.</summary>
    public static FlowNodeType? Find(string type) => ByKey.TryGetValue(type, out var member) ? member.Type : null;

    /// <summary>Every way out that this node has, those of its options included.</summary>
    public static IEnumerable<string> ExitsOf(FlowNode node) => Find(node.Type) is not { } type
        ? []
        : type.Exits.SelectMany(exit =>
            exit == FlowNodeType.PerOption ? new NodeSettings(node, type).OptionKeys() : [exit]);

    internal static FlowNodeLogic? Make(FlowNode node) =>
        ByKey.TryGetValue(node.Type, out var member) ? member.Make(new NodeSettings(node, member.Type)) : null;
}
