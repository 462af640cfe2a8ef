using System.Globalization;
using CrmUms.SipPhone.Sip;

namespace CrmUms.SipPhone.Cli;

/// <summary>What was asked for on the command line.</summary>
internal sealed record CommandLine(
    string To, string From, string? Name, string? Voice, TimeSpan TalkFor, string? RecordTo)
{
    public const string Usage =
        """
        usage: call --to sip:NUMBER@ADDRESS:PORT [--from NUMBER] [--name TEXT] [--voice FILE.wav] [--seconds N]
                    [--record FILE.wav]

          --from     the caller's number (default: +998901234567)
          --name     the caller's name (default: none)
          --voice    what the caller says, again and again: 8 kHz, 16 bits (default: a tone of 440 Hz)
          --seconds  when to hang up after the answer (default: 60)
          --record   where to keep what the caller hears (default: nowhere)

        ends with 0 when the call was answered, 1 when it was not, 2 when the command line is wrong
        """;

    private static readonly string[] Known = ["--to", "--from", "--name", "--voice", "--seconds", "--record"];

    /// <summary>Null, with the reason, when the command line cannot be used.</summary>
    public static CommandLine? Parse(string[] arguments, out string problem)
    {
        var values = new Dictionary<string, string>();
        for (var i = 1; i + 1 < arguments.Length; i += 2)
        {
            values[arguments[i]] = arguments[i + 1];
        }

        var seconds = 60.0;
        problem = arguments switch
        {
            not ["call", ..] => "the command is missing",
            _ when arguments.Length % 2 == 0 => $"{arguments[^1]} has no value",
            _ when values.Keys.Except(Known).FirstOrDefault() is { } unknown => $"{unknown} is not known",
            _ when !values.ContainsKey("--to") => "--to is missing",
            _ when HeaderText.EndPoint(values["--to"]) is null => $"--to {values["--to"]} has no numeric address",
            _ when values.TryGetValue("--voice", out var voice) && !File.Exists(voice) => $"there is no file {voice}",
            _ when values.TryGetValue("--seconds", out var text) && !TryReadSeconds(text, out seconds) =>
                $"--seconds {text} is not a number from 0 to 86400",
            _ => "",
        };

        return problem.Length > 0 ? null : new CommandLine(
            values["--to"],
            values.GetValueOrDefault("--from", "+998901234567"),
            values.GetValueOrDefault("--name"),
            values.GetValueOrDefault("--voice"),
            TimeSpan.FromSeconds(seconds),
            values.GetValueOrDefault("--record"));
    }

    private static bool TryReadSeconds(string text, out double seconds) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out seconds)
        && seconds is >= 0 and <= 86_400;
}
