namespace MlMaths.Torch.Portfolio.Viva.Keys;

/// <summary>A number, right within what a person would allow.</summary>
internal sealed record NumberKey : AnswerKey
{
    private readonly Closeness _closeness;

    /// <summary>A key, and wrong numbers that people come to; those that cannot be told from the right one are left out.</summary>
    public NumberKey(double value, Closeness closeness, params IReadOnlyList<Mistake> mistakes)
    {
        (Value, _closeness) = (value, closeness);
        Mistakes = [.. mistakes.Where(one => double.IsFinite(one.Value) && !IsRight(one.Value))];
    }

    public double Value { get; }

    /// <summary>Each with what it comes from.</summary>
    public IReadOnlyList<Mistake> Mistakes { get; }

    /// <summary>The largest distance that is still right.</summary>
    public double Allowed => _closeness.Allowed(Value);

    public override string Kind => "number";

    public override string Wanted => _closeness == Closeness.Share ? "a number, or a percentage" : "a number";

    public override string Right => NumberText.Brief(Value);

    public override Mark Judge(string answer)
    {
        if (TypedNumber.Read(answer) is not { } typed)
            return new(Outcome.Unread, "A number is asked for, such as 0.31, 31 % or 1/3.");
        double[] meant = [.. typed.Readings.SelectMany(one => Meant(one, typed.IsPercent))];
        if (meant.Any(IsRight)) return new(Outcome.Right);
        Mistake? made = Mistakes.FirstOrDefault(mistake =>
            meant.Any(one => Math.Abs(one - mistake.Value) <= _closeness.Allowed(mistake.Value)));
        return new(Outcome.Wrong, made is null ? "" : $"That is {made.Says}.");
    }

    // 31 % is 0.31 where a share is asked for, and 31 where "of 100" is; 31 without the sign is no share, so it was meant in percent.
    private IEnumerable<double> Meant(double number, bool isPercent) => (_closeness, isPercent) switch
    {
        (Closeness.Share, true) => [number / 100],
        (Closeness.Share, false) when number > 1 => [number, number / 100],
        (Closeness.Relative, true) => [number / 100, number],
        _ => [number],
    };

    private bool IsRight(double number) => Math.Abs(number - Value) <= Allowed;
}

/// <summary>A wrong number that people come to.</summary>
/// <param name="Says">Goes on from "That is".</param>
/// <param name="Value">The number.</param>
internal sealed record Mistake(string Says, double Value);
