namespace MlMaths.Torch.Calculus;

/// <summary>One point at which an answer is asked, with what is right there and what each edit leads to; as numbers.</summary>
internal sealed class ExamPoint
{
    private readonly IDerivation _derivation;
    private readonly BackwardSteps? _steps;
    private readonly Lazy<StepEvaluation?> _evaluation;
    private readonly Lazy<RoundingBound?> _rounding;

    public ExamPoint(IDerivation derivation, int seed)
    {
        (_derivation, Seed, _steps) = (derivation, seed, (derivation as IStepwise)?.Steps);
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = Draw();
        Sizes = SizesOf(point);
        Right = derivation.Gradient(point).ToDictionary(part => part.Key, part => SmallTensor.Of(part.Value));
        Loss = derivation.Loss(point).ToDouble();
        _evaluation = new(Evaluation);
        _rounding = new(() => _evaluation.Value is { } values ? new RoundingBound(_steps!, values) : null);
    }

    public int Seed { get; }

    /// <summary>Of each letter for a size, in the order of the inputs.</summary>
    public IReadOnlyDictionary<string, long> Sizes { get; }

    /// <summary>n; 1 where the loss has no rows.</summary>
    public long Rows => Sizes.GetValueOrDefault("n", 1);

    public string Words => Sizes.Count == 0 ? "single numbers" : string.Join(", ", Sizes.Select(size => $"{size.Key} = {size.Value}"));

    /// <summary>By parameter.</summary>
    public IReadOnlyDictionary<string, SmallTensor> Right { get; }

    /// <summary>L.</summary>
    public double Loss { get; }

    /// <summary>What an edit leads to; null where the shapes do not let it happen.</summary>
    public SmallTensor? Edited(string parameter, EditedSteps edited) => _evaluation.Value?.Of(_steps!.Gradients[parameter], edited);

    /// <summary>What an edit makes of a step; null where the shapes do not let it happen.</summary>
    public SmallTensor? Edited(int step, EditedSteps edited) => _evaluation.Value?.Of(step, edited);

    /// <summary>How much rounding a right answer may end with, in units of its precision; the size of the answer
    /// where no steps tell.</summary>
    public SmallTensor Rounding(string parameter) =>
        _rounding.Value?.Of(_steps!.Gradients[parameter]) ?? Right[parameter].Each(number => 100 * Math.Max(Math.Abs(number), 1));

    /// <summary>The same tensors at each call.</summary>
    public DerivationPoint Draw() => _derivation.Draw(Seed);

    public static IReadOnlyDictionary<string, long> SizesOf(DerivationPoint point) => point.Derivation.Inputs
        .SelectMany(input => input.Shape.Zip(point[input.Name].shape))
        .DistinctBy(size => size.First)
        .ToDictionary(size => size.First, size => size.Second);

    private StepEvaluation? Evaluation()
    {
        if (_steps is null) return null;
        using DisposeScope scope = torch.NewDisposeScope();
        DerivationPoint point = Draw();
        return new StepEvaluation(_steps, name => SmallTensor.Of(point[name]), Sizes);
    }
}
