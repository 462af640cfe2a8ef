using System.Globalization;

namespace CrmUms.Acd.Routing.Skills;

/// <summary>Reads what an administrator has typed. Everything that can be wrong has a code and a place.</summary>
/// <remarks>
/// <code>
/// expr := and ("or" and)*      and := not ("and" not)*      not := "not" not | atom
/// atom := "(" expr ")" | skill [("&gt;=" | "&gt;" | "=" | "&lt;=" | "&lt;") level]
/// </code>
/// </remarks>
public sealed class SkillParser
{
    /// <summary>A longer text is refused.</summary>
    public const int LengthMax = 1_000;

    /// <summary>More parentheses and <c>not</c> in one another than this are refused.</summary>
    public const int DepthMax = 32;

    private const int KeyLengthMax = 40;

    private readonly List<Token> _tokens;
    private int _next;
    private int _depth;

    private SkillParser(List<Token> tokens) => _tokens = tokens;

    /// <summary>The expression, or the first mistake.</summary>
    public static SkillReading Read(string text)
    {
        if (text.Length > LengthMax)
        {
            return new SkillReading(null, new SkillMistake("expression-too-long", LengthMax, ""));
        }

        try
        {
            return new SkillReading(new SkillParser(Tokens(text)).Everything(), null);
        }
        catch (MistakeException found)
        {
            return new SkillReading(null, found.Mistake);
        }
    }

    /// <summary>The expression of a text that is known to be right.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static SkillExpression Parse(string text) =>
        Read(text) is { Expression: { } expression } ? expression : throw new FormatException(
            $"'{text}' is not an expression over skills: {Read(text).Mistake}");

    private static List<Token> Tokens(string text)
    {
        var tokens = new List<Token>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            if (IsOfKey(text[at]))
            {
                while (at < text.Length && IsOfKey(text[at]))
                {
                    at++;
                }
            }
            else
            {
                at += text[at] is '<' or '>' && at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
            }

            tokens.Add(new Token(text[start..at], start));
        }

        tokens.Add(new Token("", text.Length));
        return tokens;
    }

    // Capitals are read so that the mistake can say what is wrong with the whole word.
    private static bool IsOfKey(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';

    private static bool IsKey(string word) =>
        word.Length is > 0 and <= KeyLengthMax
        && word.All(static character =>
            char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    private SkillExpression Everything()
    {
        if (Now.Text.Length == 0)
        {
            return SkillExpression.Everybody;
        }

        var whole = Or();
        return Now.Text.Length == 0
            ? whole
            : throw Wrong(Now.Text == ")" ? "parenthesis-not-opened" : "text-after-end");
    }

    private SkillExpression Or()
    {
        var left = And();
        while (Take("or"))
        {
            left = new SkillExpression.Or(left, And());
        }

        return left;
    }

    private SkillExpression And()
    {
        var left = Not();
        while (Take("and"))
        {
            left = new SkillExpression.And(left, Not());
        }

        return left;
    }

    private SkillExpression Not() => Take("not") ? Deeper(() => new SkillExpression.Not(Not())) : Atom();

    private SkillExpression Atom()
    {
        if (!Take("("))
        {
            return Skill();
        }

        var inner = Deeper(Or);
        return Take(")") ? inner : throw Wrong("parenthesis-not-closed");
    }

    private SkillExpression.Has Skill()
    {
        var word = Now.Text;
        if (word is "" or "and" or "or" or "not" || !IsOfKey(word[0]))
        {
            throw Wrong("skill-expected");
        }

        if (!IsKey(word))
        {
            throw Wrong("skill-key-invalid");
        }

        _next++;
        if (!SkillPrinter.Signs.TryGetValue(Now.Text, out var comparison))
        {
            return new SkillExpression.Has(word, LevelComparison.AtLeast, 1);
        }

        _next++;
        return new SkillExpression.Has(word, comparison, Level());
    }

    private int Level()
    {
        if (Now.Text.Length == 0 || !Now.Text.All(char.IsAsciiDigit))
        {
            throw Wrong("level-expected");
        }

        if (!int.TryParse(Now.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            || level is < 1 or > SkillExpression.LevelMax)
        {
            throw Wrong("level-out-of-range");
        }

        _next++;
        return level;
    }

    private T Deeper<T>(Func<T> read)
    {
        if (++_depth > DepthMax)
        {
            throw Wrong("expression-too-deep");
        }

        var result = read();
        _depth--;
        return result;
    }

    private Token Now => _tokens[_next];

    private bool Take(string word)
    {
        if (Now.Text != word)
        {
            return false;
        }

        _next++;
        return true;
    }

    private MistakeException Wrong(string code) => new(new SkillMistake(code, Now.Position, Now.Text));

    private readonly record struct Token(string Text, int Position);

    // Never leaves this file: outside, a mistake is a value.
    private sealed class MistakeException(SkillMistake mistake) : Exception
    {
        public SkillMistake Mistake { get; } = mistake;
    }
}

/// <summary>One of the two is null.</summary>
public sealed record SkillReading(SkillExpression? Expression, SkillMistake? Mistake);

/// <summary>What is wrong with a text. The page has the sentence.</summary>
/// <param name="Code">Stable, e.g. <c>level-out-of-range</c>.</param>
/// <param name="Position">
/// Of the first character that is wrong, from 0; the length of the text when something lacks.
/// </param>
/// <param name="Found">What stands there; empty at the end.</param>
public sealed record SkillMistake(string Code, int Position, string Found);
