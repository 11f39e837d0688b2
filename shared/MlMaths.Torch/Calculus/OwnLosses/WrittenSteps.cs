namespace MlMaths.Torch.Calculus;

/// <summary>A learner's loss as steps, with a way back that the chain rule finds; kept only where autograd agrees with it.</summary>
internal static class WrittenSteps
{
    // A bit of a mask for each step, and the way back has two for some.
    private const int MaxSteps = 60, MaxAxes = 2;

    /// <summary>The steps; or a clause on why there are none.</summary>
    public static (BackwardSteps? Steps, string? WhyNot) Of(IReadOnlyList<WrittenLine> lines, IReadOnlyList<DerivationInput> inputs)
    {
        if (inputs.FirstOrDefault(input => input.Shape.Count > MaxAxes) is { } large)
            return (null, $"{large} has more than two axes");
        string[] names = [.. inputs.Select(input => input.Name), .. lines.Select(line => line.Name)];
        string[] taken = [.. names, .. names.Select(name => $"d{name}"), .. names.Select(name => $"{name}'")];
        if (taken.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return (null, $"the name {twice.Key} would stand for two things in its derivation");
        try
        {
            var steps = new BackwardSteps(inputs, made => Write(made, lines));
            return steps.All.Count <= MaxSteps ? (steps, null) : (null, "it is too long");
        }
        catch (UserMistakeException unknown)
        {
            return (null, unknown.Message);
        }
    }

    /// <summary>Whether the steps lead to the loss and the gradient at a point.</summary>
    public static bool AreRight(BackwardSteps steps, DerivationPoint at, double loss, IReadOnlyDictionary<string, Tensor> gradient)
    {
        var values = new StepEvaluation(steps, name => SmallTensor.Of(at[name]), ExamPoint.SizesOf(at));
        int last = steps.All.Last(step => !step.IsBackward && step.Name == LossName).Index;
        return Value(values, last) is { Rank: 0 } given && IsClose(SmallTensor.Of(loss), given)
            && gradient.All(part => Value(values, steps.Gradients[part.Key]) is { } own && IsClose(SmallTensor.Of(part.Value), own));
    }

    /// <summary>The name of the last step forward.</summary>
    public const string LossName = "L";

    private static SmallTensor? Value(StepEvaluation values, int step) => values.Of(step, EditedSteps.None);

    private static bool IsClose(SmallTensor right, SmallTensor own) =>
        AnswerPrecision.IsMatch(right, own, right, AnswerPrecision.Float64);

    private static void Write(BackwardSteps steps, IReadOnlyList<WrittenLine> lines)
    {
        var words = new TorchWords(steps);
        foreach (WrittenLine line in lines)
            steps.LetForward(line.Name, words.Of(line.Right));
        new StepDerivative(steps, words.Rules).Write();
    }
}
