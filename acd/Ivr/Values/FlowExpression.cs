using System.Globalization;

namespace CrmUms.Acd.Ivr.Values;

/// <summary>
/// A condition: <c>client.vip = true and (debt > 100000 or not topic contains 'card')</c>. It compares and nothing
/// else: it calls nobody and cannot fail. Names are variables, with or without <c>${}</c>; texts stand in single or
/// double quotes. Two numbers are compared as numbers, all else as text, where capital letters do not count. A value by
/// itself holds when there is one and it is neither <c>false</c> nor <c>0</c>.
/// </summary>
public abstract record FlowExpression
{
    public const int LengthMax = 500;
    public const int DepthMax = 20;

    private FlowExpression()
    {
    }

    /// <summary>Whether it holds.</summary>
    /// <param name="value">The value of a variable; empty for one that is not set.</param>
    public abstract bool Holds(Func<string, string> value);

    /// <summary>The variables it asks for.</summary>
    public abstract IEnumerable<string> Names { get; }

    /// <summary>Reads a condition; or says what is wrong with it, and where.</summary>
    public static (FlowExpression? Expression, FlowExpressionError? Error) Parse(string text) =>
        new FlowExpressionParser(text).Parse();

    internal sealed record Both(FlowExpression Left, FlowExpression Right) : FlowExpression
    {
        public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

        public override bool Holds(Func<string, string> value) => Left.Holds(value) && Right.Holds(value);
    }

    internal sealed record Either(FlowExpression Left, FlowExpression Right) : FlowExpression
    {
        public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

        public override bool Holds(Func<string, string> value) => Left.Holds(value) || Right.Holds(value);
    }

    internal sealed record Not(FlowExpression Inner) : FlowExpression
    {
        public override IEnumerable<string> Names => Inner.Names;

        public override bool Holds(Func<string, string> value) => !Inner.Holds(value);
    }

    internal sealed record Stands(FlowOperand Operand) : FlowExpression
    {
        public override IEnumerable<string> Names => Operand.Names;

        public override bool Holds(Func<string, string> value) =>
            Operand.Of(value) is not ("" or "0") and var text
            && !text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }

    internal sealed record Compares(FlowOperand Left, string Operator, FlowOperand Right) : FlowExpression
    {
        public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

        public override bool Holds(Func<string, string> value)
        {
            var (left, right) = (Left.Of(value), Right.Of(value));
            var areNumbers = Number(left, out var one) & Number(right, out var other);
            return Operator switch
            {
                "=" => areNumbers ? one == other : Same(left, right),
                "!=" => areNumbers ? one != other : !Same(left, right),
                "<" => areNumbers && one < other,
                "<=" => areNumbers && one <= other,
                ">" => areNumbers && one > other,
                ">=" => areNumbers && one >= other,
                "contains" => left.Contains(right, StringComparison.OrdinalIgnoreCase),
                "starts-with" => left.StartsWith(right, StringComparison.OrdinalIgnoreCase),
                "ends-with" => left.EndsWith(right, StringComparison.OrdinalIgnoreCase),
                _ => throw new NotSupportedException(Operator),
            };
        }

        private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

        private static bool Number(string text, out decimal number) =>
            decimal.TryParse(text, FlowNumber.Style, CultureInfo.InvariantCulture, out number);
    }
}

/// <summary>One side of a comparison: a variable, or what is written there.</summary>
internal sealed record FlowOperand(string Text, bool IsVariable)
{
    public IEnumerable<string> Names => IsVariable ? [Text] : [];

    public string Of(Func<string, string> value) => IsVariable ? value(Text) : Text;
}

/// <summary>Why a condition cannot be read.</summary>
/// <param name="Code">One of <see cref="FlowCodes"/>, of those that begin with <c>expression</c>.</param>
/// <param name="At">Where, counted from zero.</param>
/// <param name="Found">What stands there.</param>
public sealed record FlowExpressionError(string Code, int At, string Found);

/// <summary>How numbers look in values: <c>-12.5</c>.</summary>
internal static class FlowNumber
{
    public const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
}
