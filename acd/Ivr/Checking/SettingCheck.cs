using System.Text.Json;
using CrmUms.Acd.Ivr.Values;
using CrmUms.Acd.Routing.Skills;

namespace CrmUms.Acd.Ivr.Checking;

/// <summary>One setting of one node, by its kind.</summary>
internal sealed class SettingCheck(
    int index,
    FlowNode node,
    FlowNodeType type,
    FlowSettingType setting,
    FlowSurroundings surroundings,
    FlowFindings findings)
{
    public void Check()
    {
        if (!node.Settings.TryGetValue(setting.Key, out var value) || IsEmpty(value))
        {
            if (setting.Required)
            {
                Add(FlowCodes.SettingRequired);
            }

            return;
        }

        switch (setting.Kind)
        {
            case FlowSettingKind.Number:
                Number(value);
                break;
            case FlowSettingKind.Boolean:
                Expect(value.ValueKind is JsonValueKind.True or JsonValueKind.False);
                break;
            case FlowSettingKind.Prompts:
                Prompts(value);
                break;
            case FlowSettingKind.Options:
                if (Expect(value.ValueKind == JsonValueKind.Array))
                {
                    Count(value.GetArrayLength());
                }

                break;
            case FlowSettingKind.Headers:
                Pairs(value);
                break;
            default:
                if (Expect(value.ValueKind is JsonValueKind.String))
                {
                    OneText(value.GetString()!);
                }

                break;
        }
    }

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };

    private void Number(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number))
        {
            Add(FlowCodes.SettingNotANumber);
        }
        else if (number < setting.Min)
        {
            Add(FlowCodes.SettingTooSmall, ("min", FlowProblem.Text(setting.Min ?? 0)));
        }
        else if (number > setting.Max)
        {
            Add(FlowCodes.SettingTooLarge, ("max", FlowProblem.Text(setting.Max ?? 0)));
        }
        else if (number != Math.Floor(number))
        {
            Add(FlowCodes.SettingMalformed);
        }
    }

    private void OneText(string text)
    {
        if (text.Length > setting.Max)
        {
            Add(FlowCodes.SettingTooLong, ("max", FlowProblem.Text(setting.Max ?? 0)));
            return;
        }

        switch (setting.Kind)
        {
            case FlowSettingKind.Choice when !setting.Choices!.Contains(text):
                Add(FlowCodes.SettingNotAChoice, ("value", text));
                break;
            case FlowSettingKind.Variable when !FlowVariables.IsName(text):
                Add(FlowCodes.VariableInvalid, ("name", text));
                break;
            case FlowSettingKind.Variable when !FlowVariables.IsSettable(text):
                Add(FlowCodes.VariableReadOnly, ("name", text));
                break;
            case FlowSettingKind.Queue:
                Reference(FlowCodes.QueueMissing, text, surroundings.Queues?.Contains(text));
                break;
            case FlowSettingKind.Calendar:
                Reference(FlowCodes.CalendarMissing, text, surroundings.Calendars?.Contains(text));
                break;
            case FlowSettingKind.Flow:
                Reference(FlowCodes.FlowMissing, text, surroundings.Flows?.ContainsKey(text));
                break;
            case FlowSettingKind.Skills:
                Skills(text);
                break;
            case FlowSettingKind.Text or FlowSettingKind.LongText:
                Template(text);
                break;
            default:
                break;
        }
    }

    private void Skills(string text)
    {
        var (expression, mistake) = SkillParser.Read(text);
        if (mistake is not null)
        {
            Add(
                FlowCodes.SkillsMalformed,
                ("mistake", mistake.Code),
                ("position", FlowProblem.Text(mistake.Position + 1)),
                ("found", mistake.Found));
            return;
        }

        foreach (var skill in expression!.Skills().Distinct())
        {
            Reference(FlowCodes.SkillMissing, skill, surroundings.Skills?.Contains(skill));
        }
    }

    private void Prompts(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            Template(value.GetString()!);
        }
        else if (Expect(value.ValueKind == JsonValueKind.Array) && Count(value.GetArrayLength()))
        {
            foreach (var item in value.EnumerateArray())
            {
                if (Expect(item.ValueKind == JsonValueKind.String))
                {
                    Template(item.GetString()!);
                }
            }
        }
    }

    private void Pairs(JsonElement value)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Object) || !Count(value.EnumerateObject().Count()))
        {
            return;
        }

        foreach (var pair in value.EnumerateObject())
        {
            if (Expect(pair.Name.Length > 0 && pair.Value.ValueKind == JsonValueKind.String))
            {
                Template(pair.Value.GetString()!);
            }
        }
    }

    private void Template(string text)
    {
        var template = FlowTemplate.Parse(text);
        if (text.Length > FlowLimits.TextMax)
        {
            Add(FlowCodes.SettingTooLong, ("max", FlowProblem.Text(FlowLimits.TextMax)));
        }
        else if (!template.IsValid)
        {
            Add(FlowCodes.TemplateInvalid, ("text", FlowTemplate.Cut(text, FlowLimits.NameMax)));
        }
        else if (!type.MayUseSecrets && template.Names.FirstOrDefault(FlowVariables.IsSecret) is { } secret)
        {
            Add(FlowCodes.SecretMisplaced, ("name", secret));
        }
    }

    private void Reference(string code, string id, bool? isThere)
    {
        if (isThere == false)
        {
            Add(code, ("id", id));
        }
    }

    private bool Count(int count)
    {
        if (count > setting.Max)
        {
            Add(FlowCodes.SettingTooMany, ("max", FlowProblem.Text(setting.Max ?? 0)));
            return false;
        }

        return true;
    }

    private bool Expect(bool isSo)
    {
        if (!isSo)
        {
            Add(FlowCodes.SettingMalformed);
        }

        return isSo;
    }

    private void Add(string code, params ReadOnlySpan<(string Name, string Value)> args) =>
        findings.At(index, code, "settings." + setting.Key, [("setting", setting.Key), .. args]);
}
