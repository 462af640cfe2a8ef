namespace CrmUms.Acd.Ivr.Running;

/// <summary>The settings of nodes that ask, and how a form is made of them.</summary>
internal static class KeyFormSettings
{
    public const string NoInput = "no-input";
    public const string NoMatch = "no-match";
    public const string None = "none";

    public static readonly FlowSettingType Prompts = FlowSetting.Prompts("prompts", required: true);
    public static readonly FlowSettingType NoInputPrompts = FlowSetting.Prompts("noInputPrompts");
    public static readonly FlowSettingType NoMatchPrompts = FlowSetting.Prompts("noMatchPrompts");
    public static readonly FlowSettingType Timeout = FlowSetting.Number("timeoutSeconds", 1, 60, preset: 5);
    public static readonly FlowSettingType InterDigit = FlowSetting.Number("interDigitSeconds", 1, 20, preset: 3);
    public static readonly FlowSettingType Attempts = FlowSetting.Number("attempts", 1, 10, preset: 3);
    public static readonly FlowSettingType BargeIn = FlowSetting.Flag("bargeIn", preset: true);
    public static readonly FlowSettingType MinDigits = FlowSetting.Number("minDigits", 1, 30, preset: 1);
    public static readonly FlowSettingType MaxDigits = FlowSetting.Number("maxDigits", 1, 30, preset: 10);
    public static readonly FlowSettingType Terminator = FlowSetting.Choice("terminator", "#", "#", "*", None);

    /// <summary>Of every node that asks.</summary>
    public static readonly FlowSettingType[] Asking =
        [Prompts, NoInputPrompts, NoMatchPrompts, Timeout, Attempts, BargeIn];

    /// <summary>Of one that asks for several digits.</summary>
    public static readonly FlowSettingType[] Collecting =
    [
        Prompts,
        MinDigits,
        MaxDigits,
        Terminator,
        NoInputPrompts,
        NoMatchPrompts,
        Timeout,
        InterDigit,
        Attempts,
        BargeIn,
    ];

    public static KeyForm OneKey(NodeSettings settings) => new()
    {
        Question = settings.Prompts(Prompts),
        OnSilence = settings.Prompts(NoInputPrompts),
        OnMistake = settings.Prompts(NoMatchPrompts),
        FirstKeyWithin = settings.Seconds(Timeout),
        Attempts = settings.Number(Attempts),
        BargeIn = settings.Flag(BargeIn),
    };

    public static KeyForm Digits(NodeSettings settings)
    {
        var max = settings.Number(MaxDigits);
        return OneKey(settings) with
        {
            Min = Math.Min(settings.Number(MinDigits), max),
            Max = max,
            Terminator = settings.Choice(Terminator) == None ? null : settings.Key(Terminator),
            NextKeyWithin = settings.Seconds(InterDigit),
        };
    }

    public static IEnumerable<NodeFinding> Findings(NodeSettings settings) =>
        settings.Number(MinDigits) > settings.Number(MaxDigits)
            ? [new NodeFinding(FlowCodes.SettingsContradict, MinDigits.Key, "other", MaxDigits.Key)]
            : [];

    public static FlowMove ExitOf(KeyMiss missed) =>
        FlowMove.Exit(missed == KeyMiss.NoInput ? NoInput : NoMatch);
}
