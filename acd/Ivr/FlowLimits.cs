namespace CrmUms.Acd.Ivr;

/// <summary>Bounds of flows, and of one caller's walk through one. Each has an answer where it is reached.</summary>
public static class FlowLimits
{
    /// <summary>Nodes of one flow.</summary>
    public const int NodesMax = 300;

    /// <summary>Letters of a key: of a flow, a node, a queue.</summary>
    public const int IdMax = 40;

    /// <summary>Letters of a flow's name.</summary>
    public const int NameMax = 100;

    /// <summary>Letters of any one text in the settings of a node.</summary>
    public const int TextMax = 4_000;

    /// <summary>Entries of any one list in the settings of a node, prompts in a row among them.</summary>
    public const int EntriesMax = 20;

    /// <summary>Bytes of a flow as JSON.</summary>
    public const int BytesMax = 512 * 1024;

    /// <summary>Nodes that a caller may pass without any wait; one more is a loop, and the walk falls back.</summary>
    public const int StepsMax = 100;

    /// <summary>Nodes that a caller may enter in all; one more, and the walk falls back.</summary>
    public const int VisitsMax = 1_000;

    /// <summary>Flows within flows.</summary>
    public const int DepthMax = 5;

    /// <summary>Variables of one walk; one more is not set.</summary>
    public const int VariablesMax = 100;

    /// <summary>Letters of a value; what is longer is cut.</summary>
    public const int ValueMax = 1_000;

    /// <summary>Keys pressed ahead; further ones are lost.</summary>
    public const int KeysMax = 32;

    /// <summary>Letters of the summary that an assistant hands back; what is longer is cut.</summary>
    public const int SummaryMax = 4_000;

    /// <summary>Letters of an answer to a look-up that are read; a longer one has failed.</summary>
    public const int AnswerMax = 64 * 1024;

    /// <summary>How long a play may take before it is given up.</summary>
    public static readonly TimeSpan PlayMax = TimeSpan.FromMinutes(5);

    /// <summary>How long an answer from within the server may take.</summary>
    public static readonly TimeSpan ReplyMax = TimeSpan.FromSeconds(5);
}
