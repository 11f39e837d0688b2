namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>A number, right within what a person would allow.</summary>
internal sealed record NumberKey : AnswerKey
{
    // Ways of reckoning that come to the same double are no mistake with these numbers.
    private const double SameNumber = 1e-9;

    /// <summary>A key, and wrong numbers that people come to: the nearest of them decides how near an answer must come.</summary>
    public NumberKey(double value, Closeness closeness, params IReadOnlyList<Mistake> mistakes)
    {
        (Value, Closeness) = (value, closeness);
        Mistakes = [.. mistakes.Where(one => double.IsFinite(one.Value)
            && Math.Abs(one.Value - value) > SameNumber * Math.Max(Math.Abs(one.Value), Math.Abs(value)))];
        double nearest = Mistakes.Count == 0 ? double.PositiveInfinity : Mistakes.Min(one => Math.Abs(one.Value - value));
        (IsTelling, Allowed) = (Mistakes.All(one => closeness.Tells(value, one.Value)), Math.Min(closeness.Allowed(value), nearest / 2));
    }

    public double Value { get; }

    /// <summary>What a person would let pass.</summary>
    public Closeness Closeness { get; }

    /// <summary>The whole number that is right where one is asked "about how many"; null for other questions.</summary>
    public double? Whole => Closeness == Closeness.Whole && IsTelling ? Math.Round(Value) : null;

    /// <summary>Each with what it comes from.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; }

    /// <summary>Whether a rounded answer tells the right number from every mistake; with other numbers it may.</summary>
    public bool IsTelling { get; }

    /// <summary>The largest distance that is still right: what a person allows, but no more than half the way to a mistake.</summary>
    public double Allowed { get; }

    public override string Kind => "number";

    /// <summary>With how many digits, where two would not tell a mistake from it.</summary>
    public override string Wanted => (Closeness == Closeness.Share ? "a number, or a percentage" : "a number")
        + (Allowed < Closeness.Allowed(Value) && Closeness is Closeness.Share or Closeness.Relative ? ", to three digits" : "");

    public override string Right => NumberText.Brief(Value);

    public override Mark Judge(string answer)
    {
        if (TypedNumber.Read(answer) is not { } typed)
            return new(Outcome.Unread, "A number is asked for, such as 0.31, 31 % or 1/3.");
        double[] meant = [.. typed.Readings.SelectMany(one => Meant(one, typed.IsPercent))];
        if (meant.Any(IsRight)) return new(Outcome.Right);
        if (typed.Range is { } range) return OfRange(range, typed.IsPercent);
        Mistake? made = Mistakes.FirstOrDefault(mistake =>
            meant.Any(one => Math.Abs(one - mistake.Value) <= Closeness.Allowed(mistake.Value)));
        return new(Outcome.Wrong, made is null ? "" : $"That is {made.Says}.");
    }

    // A range around the value is right where it is hardly wider than what one number may be off by, and no mistake lies in it.
    private Mark OfRange((double Low, double High) range, bool isPercent)
    {
        (double Low, double High)[] meant = [.. Meant(range.Low, isPercent).Zip(Meant(range.High, isPercent))];
        (double Low, double High)[] around = [.. meant.Where(one => one.Low <= Value && Value <= one.High)];
        if (around.Length == 0) return new(Outcome.Wrong);
        return around.Any(one => one.High - one.Low <= Width
            && !Mistakes.Any(mistake => one.Low <= mistake.Value && mistake.Value <= one.High))
            ? new(Outcome.Right)
            : new(Outcome.Unread, "That range holds the answer and says too little: give one number.");
    }

    private double Width => Math.Max(2 * Allowed, Closeness is Closeness.Count or Closeness.Whole ? 1 : 0);

    // 31 % is 0.31 where a share is asked for, and 31 where "of 100" is; 31 without the sign is no share, so it was meant in percent, as
    // 0.31 and 31 of 100 are where "of 100" is asked.
    private IEnumerable<double> Meant(double number, bool isPercent) => (Closeness, isPercent) switch
    {
        (Closeness.Share, true) => [number / 100],
        (Closeness.Share, false) when number > 1 => [number, number / 100],
        (Closeness.Count, false) when number is > 0 and < 1 => [number, 100 * number],
        (Closeness.Relative, true) => [number / 100, number],
        _ => [number],
    };

    private bool IsRight(double number) =>
        Math.Abs(number - Value) <= Allowed || number == Whole;
}

/// <summary>A wrong number that people come to.</summary>
/// <param name="Says">Goes on from "That is".</param>
/// <param name="Value">The number.</param>
internal sealed record Mistake(string Says, double Value);
