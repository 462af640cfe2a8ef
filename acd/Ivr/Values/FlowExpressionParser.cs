namespace CrmUms.Acd.Ivr.Values;

/// <summary>
/// Reads a condition: <c>or := and ("or" and)*; and := not ("and" not)*; not := "not" not | "(" or ")" | value
/// [operator value]</c>.
/// </summary>
internal sealed class FlowExpressionParser(string text)
{
    private static readonly string[] WordOperators = ["contains", "starts-with", "ends-with"];
    private static readonly string[] Operators = ["=", "!=", "<", "<=", ">", ">=", .. WordOperators];
    private static readonly string[] Keywords = ["and", "or", "not", .. WordOperators];

    private Token _token;
    private int _at;
    private int _depth;
    private FlowExpressionError? _error;

    private enum Kind
    {
        End,
        Name,
        Literal,
        Sign,
    }

    public (FlowExpression?, FlowExpressionError?) Parse()
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, new FlowExpressionError(FlowCodes.ExpressionEmpty, 0, ""));
        }

        if (text.Length > FlowExpression.LengthMax)
        {
            return (null, new FlowExpressionError(FlowCodes.ExpressionTooLong, FlowExpression.LengthMax, ""));
        }

        Next();
        var expression = Either();
        if (_token.Kind != Kind.End)
        {
            Fail(FlowCodes.ExpressionUnexpected);
        }

        return _error is null ? (expression, null) : (null, _error);
    }

    private FlowExpression? Either()
    {
        var left = Both();
        while (left is not null && Takes("or"))
        {
            left = Both() is { } right ? new FlowExpression.Either(left, right) : null;
        }

        return left;
    }

    private FlowExpression? Both()
    {
        var left = One();
        while (left is not null && Takes("and"))
        {
            left = One() is { } right ? new FlowExpression.Both(left, right) : null;
        }

        return left;
    }

    private FlowExpression? One()
    {
        if (++_depth > FlowExpression.DepthMax)
        {
            return Fail(FlowCodes.ExpressionTooDeep);
        }

        var one = Takes("not") ? One() is { } inner ? new FlowExpression.Not(inner) : null
            : Takes("(") ? InBrackets()
            : Comparison();
        _depth--;
        return one;
    }

    private FlowExpression? InBrackets()
    {
        var inner = Either();
        return inner is null || Takes(")") ? inner : Fail(FlowCodes.ExpressionUnexpected);
    }

    private FlowExpression? Comparison()
    {
        if (Operand() is not { } left)
        {
            return null;
        }

        if (_token.Kind == Kind.Literal || !Operators.Contains(_token.Word))
        {
            return new FlowExpression.Stands(left);
        }

        var comparison = _token.Word;
        Next();
        return Operand() is { } right ? new FlowExpression.Compares(left, comparison, right) : null;
    }

    private FlowOperand? Operand()
    {
        if (_token.Kind is not (Kind.Name or Kind.Literal))
        {
            Fail(FlowCodes.ExpressionUnexpected);
            return null;
        }

        var operand = new FlowOperand(_token.Text, _token.Kind == Kind.Name);
        Next();
        return operand;
    }

    private bool Takes(string word)
    {
        if (_token.Kind == Kind.Literal || _token.Word != word)
        {
            return false;
        }

        Next();
        return true;
    }

    // The first mistake counts: what follows may be a consequence.
    private FlowExpression? Fail(string code)
    {
        _error ??= new FlowExpressionError(code, _token.At, _token.Text);
        _token = new Token(Kind.End, "", "", _at);
        _at = text.Length;
        return null;
    }

    private void Next()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        _token = _at == text.Length ? new Token(Kind.End, "", "", _at) : text[_at] switch
        {
            '\'' or '"' => Quoted(text[_at]),
            '(' or ')' => Sign(1),
            '=' => Sign(1),
            '!' or '<' or '>' => Sign(_at + 1 < text.Length && text[_at + 1] == '=' ? 2 : 1),
            '$' => Braced(),
            _ => Word(),
        };
    }

    private Token Sign(int length)
    {
        var sign = text.Substring(_at, length);
        var token = new Token(Kind.Sign, sign, sign, _at);
        _at += length;
        return token;
    }

    private Token Quoted(char quote)
    {
        var end = text.IndexOf(quote, _at + 1);
        if (end < 0)
        {
            return Bad(FlowCodes.ExpressionTextUnclosed, text[_at..]);
        }

        var token = new Token(Kind.Literal, text[(_at + 1)..end], "", _at);
        _at = end + 1;
        return token;
    }

    private Token Braced()
    {
        var end = text.IndexOf('}', _at);
        if (end < 0 || text[_at + 1] != '{' || !FlowVariables.IsName(text.AsSpan(_at + 2, end - _at - 2)))
        {
            return Bad(FlowCodes.ExpressionUnexpected, text[_at..]);
        }

        var token = new Token(Kind.Name, text[(_at + 2)..end], "", _at);
        _at = end + 1;
        return token;
    }

    private Token Word()
    {
        var end = _at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || "._-+".Contains(text[end])))
        {
            end++;
        }

        var word = text[_at..end];
        var at = _at;
        _at = end;
        var lower = word.ToLowerInvariant();
        return Keywords.Contains(lower) ? new Token(Kind.Sign, word, lower, at)
            : lower is "true" or "false" ? new Token(Kind.Literal, lower, "", at)
            : FlowVariables.IsName(word) ? new Token(Kind.Name, word, "", at)
            : word.Length > 0 && (char.IsAsciiDigit(word[0]) || word[0] is '-' or '+') && word.Any(char.IsAsciiDigit)
                ? new Token(Kind.Literal, word, "", at)
                : Bad(FlowCodes.ExpressionUnexpected, word.Length > 0 ? word : text[at..(at + 1)]);
    }

    private Token Bad(string code, string found)
    {
        _error ??= new FlowExpressionError(code, _at, found);
        _at = text.Length;
        return new Token(Kind.End, "", "", _at);
    }

    private readonly record struct Token(Kind Kind, string Text, string Word, int At);
}
