using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Calculus;

/// <summary>
/// Grades the gradient of a loss that nobody has derived before. Right is what autograd says, as long as differences of the loss say it
/// too; where they do not, the differences decide. Where the loss is made of steps that the tutor knows, mistakes are named as well.
/// </summary>
public static class OwnLossExam
{
    private const double StepOfDifferences = 1e-5;
    private const int PointsOfTrust = 3;

    /// <summary>Grades at points that the seed decides.</summary>
    /// <param name="loss">The loss, with its gradient.</param>
    /// <param name="seed">Decides the points.</param>
    /// <param name="lines">The loss as it is written, line by line; null where that is not known.</param>
    /// <exception cref="UserMistakeException">There is nothing to grade; the message says why.</exception>
    public static OwnLossSheet Grade(IOwnLoss loss, int seed, IReadOnlyList<WrittenLine>? lines = null)
    {
        IReadOnlyList<DerivationInput> inputs = OwnInputs.Of(loss);
        var byAutograd = new OwnDerivation(loss, inputs, RightAnswer.ByAutograd);
        var trust = OwnLossTrust.Of(byAutograd, seed, PointsOfTrust);
        List<string> remarks = trust.Contradiction is { } contradiction ? [contradiction] : [];
        bool isFollowed = trust.Contradiction is null;
        Func<DerivationPoint, IReadOnlyDictionary<string, Tensor>> right = isFollowed
            ? RightAnswer.ByAutograd
            : at => RightAnswer.Differences(byAutograd, at, StepOfDifferences);
        BackwardSteps? steps = isFollowed && lines is not null ? Steps(byAutograd, seed, lines, remarks) : null;
        OwnDerivation derivation = steps is null
            ? new OwnDerivation(loss, inputs, right)
            : new SteppedOwnDerivation(loss, inputs, right, steps);

        var examination = Examination.Of(derivation, seed);
        GradeSheet sheet = examination.Grade(new OwnAnswer(derivation.Name, loss));
        (IReadOnlyList<CheckedParameter> compared, string at) = trust.IsCutOff
            ? ([], "")
            : Compared(examination, derivation, loss, sheet, remarks);
        string[] written = steps is null
            ? [] : [.. steps.All.Where(step => step is { IsInput: false, IsBackward: false, Slope: null }).Select(step => step.ToString())];
        return new(sheet, compared, at, written, remarks);
    }

    private static BackwardSteps? Steps(OwnDerivation derivation, int seed, IReadOnlyList<WrittenLine> lines, List<string> remarks)
    {
        (BackwardSteps? steps, string? whyNot) = WrittenSteps.Of(lines, derivation.Inputs);
        if (steps is null)
        {
            remarks.Add($"Right and wrong are told, and mistakes are not named: the tutor has no step for part of your loss ({whyNot}).");
            return null;
        }

        for (int k = 0; k < PointsOfTrust; k++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            DerivationPoint at = derivation.Draw(Seeds.Of(seed, DrawnFor.Checks, k));
            if (WrittenSteps.AreRight(steps, at, derivation.Loss(at).ToDouble(), derivation.Gradient(at))) continue;
            remarks.Add("Right and wrong are told, and mistakes are not named: the steps of your loss could not be followed.");
            return null;
        }

        return steps;
    }

    /// <summary>Number by number, where the answer has the shapes for it.</summary>
    private static (IReadOnlyList<CheckedParameter> Parameters, string At) Compared(
        Examination examination, OwnDerivation derivation, IOwnLoss loss, GradeSheet sheet, List<string> remarks)
    {
        if (sheet.Verdicts.Any(one => one.Kind is not (VerdictKind.Right or VerdictKind.Wrong or VerdictKind.NotWritten)))
            return ([], "");
        using DisposeScope scope = torch.NewDisposeScope();
        ExamPoint point = examination.Points.MaxBy(one => one.Right.Values.Sum(part => part.Numbers.Length))!;
        var byHand = new OwnDerivation(loss, derivation.Inputs, loss.Gradient, derivation.Kinks);
        using var source = new DerivationSource(new DerivationPoint(
            byHand, byHand.Inputs.ToDictionary(input => input.Name, input => point.Draw()[input.Name])));
        var verdict = GradientVerdict.Of(source, source.Autograd, source.Batch, () => derivation.Kinks(source.Point), examination.Seed);
        if (verdict.WhyNone is { } why) remarks.Add(why);
        return (verdict.Parameters, point.Words);
    }

    private sealed class OwnAnswer(string derivation, IOwnLoss loss) : IGradientAnswer
    {
        public string Derivation => derivation;

        public IReadOnlyDictionary<string, Tensor> Gradient(DerivationPoint at) => loss.Gradient(at);
    }
}
