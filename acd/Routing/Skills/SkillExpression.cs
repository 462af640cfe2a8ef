namespace CrmUms.Acd.Routing.Skills;

/// <summary>
/// What a queue asks of an agent: <c>russian &gt;= 5 and (debt or retention)</c>. Whoever lacks a skill has level 0 of
/// it.
/// </summary>
public abstract record SkillExpression
{
    /// <summary>Highest level of a skill; 1 is the lowest that one has.</summary>
    public const int LevelMax = 10;

    private SkillExpression()
    {
    }

    /// <summary>Everybody: the empty text.</summary>
    public static SkillExpression Everybody { get; } = new Anybody();

    /// <summary>Whether somebody with these levels will do.</summary>
    public abstract bool IsMetBy(IReadOnlyDictionary<string, int> levels);

    /// <summary>
    /// How well he fits, 0 to 1; null when nothing was asked for. Of several skills asked for the mean counts, of
    /// alternatives the best; to lack something is no merit.
    /// </summary>
    public abstract double? FitOf(IReadOnlyDictionary<string, int> levels);

    /// <summary>Every skill named, as often as it is named.</summary>
    public abstract IEnumerable<string> Skills();

    /// <summary>The text with no more parentheses than it needs; reading it gives the same expression.</summary>
    public sealed override string ToString() => SkillPrinter.Print(this);

    /// <summary>Always met.</summary>
    public sealed record Anybody : SkillExpression
    {
        public override bool IsMetBy(IReadOnlyDictionary<string, int> levels) => true;

        public override double? FitOf(IReadOnlyDictionary<string, int> levels) => null;

        public override IEnumerable<string> Skills() => [];
    }

    /// <summary>One skill, at a level.</summary>
    /// <param name="Skill">Its key.</param>
    /// <param name="Comparison">How the agent's level compares with <paramref name="Level"/>.</param>
    /// <param name="Level">1 to 10.</param>
    public sealed record Has(string Skill, LevelComparison Comparison, int Level) : SkillExpression
    {
        public override bool IsMetBy(IReadOnlyDictionary<string, int> levels)
        {
            var level = levels.GetValueOrDefault(Skill);
            return Comparison switch
            {
                LevelComparison.AtLeast => level >= Level,
                LevelComparison.Above => level > Level,
                LevelComparison.Exactly => level == Level,
                LevelComparison.AtMost => level <= Level,
                LevelComparison.Below => level < Level,
                _ => throw new NotSupportedException(Comparison.ToString()),
            };
        }

        public override double? FitOf(IReadOnlyDictionary<string, int> levels) =>
            levels.GetValueOrDefault(Skill) / (double)LevelMax;

        public override IEnumerable<string> Skills() => [Skill];
    }

    /// <summary>The opposite.</summary>
    public sealed record Not(SkillExpression Operand) : SkillExpression
    {
        public override bool IsMetBy(IReadOnlyDictionary<string, int> levels) => !Operand.IsMetBy(levels);

        public override double? FitOf(IReadOnlyDictionary<string, int> levels) => null;

        public override IEnumerable<string> Skills() => Operand.Skills();
    }

    /// <summary>Both.</summary>
    public sealed record And(SkillExpression Left, SkillExpression Right) : SkillExpression
    {
        public override bool IsMetBy(IReadOnlyDictionary<string, int> levels) =>
            Left.IsMetBy(levels) && Right.IsMetBy(levels);

        public override double? FitOf(IReadOnlyDictionary<string, int> levels)
        {
            var (sum, count) = Merits(levels);
            return count == 0 ? null : sum / count;
        }

        public override IEnumerable<string> Skills() => Left.Skills().Concat(Right.Skills());

        // a and b and c are three that weigh alike, however they are nested.
        private (double Sum, int Count) Merits(IReadOnlyDictionary<string, int> levels)
        {
            var (left, right) = (MeritsOf(Left, levels), MeritsOf(Right, levels));
            return (left.Sum + right.Sum, left.Count + right.Count);
        }

        private static (double Sum, int Count) MeritsOf(
            SkillExpression side, IReadOnlyDictionary<string, int> levels) =>
            side is And and ? and.Merits(levels) : side.FitOf(levels) is { } fit ? (fit, 1) : (0, 0);
    }

    /// <summary>One of the two, or both.</summary>
    public sealed record Or(SkillExpression Left, SkillExpression Right) : SkillExpression
    {
        public override bool IsMetBy(IReadOnlyDictionary<string, int> levels) =>
            Left.IsMetBy(levels) || Right.IsMetBy(levels);

        public override double? FitOf(IReadOnlyDictionary<string, int> levels)
        {
            var left = Left.IsMetBy(levels) ? Left.FitOf(levels) : null;
            var right = Right.IsMetBy(levels) ? Right.FitOf(levels) : null;
            return left is { } one && right is { } other ? Math.Max(one, other) : left ?? right;
        }

        public override IEnumerable<string> Skills() => Left.Skills().Concat(Right.Skills());
    }
}

/// <summary>How an agent's level compares with the one asked for.</summary>
public enum LevelComparison
{
    /// <summary>&gt;=, and a skill named without a level (1).</summary>
    AtLeast,

    /// <summary>&gt;</summary>
    Above,

    /// <summary>=</summary>
    Exactly,

    /// <summary>&lt;=</summary>
    AtMost,

    /// <summary>&lt;</summary>
    Below,
}
