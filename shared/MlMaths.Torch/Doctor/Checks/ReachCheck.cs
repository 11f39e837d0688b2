using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>
/// Whether the outputs can be what the loss compares them with: the targets themselves, probabilities from 0 to 1, or logits, which may be
/// any number.
/// </summary>
internal static class ReachCheck
{
    private const double NearNothing = 0.01;

    public static CheckResult Of(StartProbe probe)
    {
        Check check = new("targets_in_reach", "The outputs can be what the targets are");
        OutputActivation output = probe.Spec.Net.Output;
        SpecLoss loss = probe.Fresh.Loss;
        if (output == OutputActivation.Softmax && probe.Data.Outputs == 1)
        {
            return check.Failed("Softmax over a single output is 1, whatever the net computes.", new(
                "output_cannot_reach_targets", FaultStage.LossAndOutput,
                probe.Data.Classes is null ? "leave net.output out" : "set net.output to sigmoid, or leave it out"));
        }

        if (loss is { AppliedTo: AppliedTo.Probabilities, Kind: LossKind.CrossEntropy or LossKind.Binary }
            && NoProbabilities(probe) is { } answers)
        {
            return check.Failed($"The loss takes probabilities, and outputs are {answers}.", new(
                "outputs_are_no_probabilities", FaultStage.LossAndOutput,
                "apply the loss to logits (loss.applied_to logits), and leave net.output out"));
        }

        bool takesLogits = loss is { AppliedTo: AppliedTo.Logits, Kind: LossKind.CrossEntropy or LossKind.Binary };
        if (takesLogits && output != OutputActivation.None) return check.Failed(Bounded(output), OfBounded(output));
        double[] y = probe.Data.Form == TargetForm.OneHot ? [0, 1] : probe.Data.TrainingLabels;
        if (loss.Kind == LossKind.CrossEntropy) return check.Passed("The targets are classes, and the loss takes them as such.");
        (double low, double high) = loss.Kind == LossKind.Binary ? (0, 1) : Ends(output);
        int outside = y.Count(one => one < low || one > high);
        string range = Range(y.Min(), y.Max());
        if (loss.Kind == LossKind.Binary && outside > 0)
        {
            return check.Failed(
                $"Targets are {range}, and a binary loss takes them for probabilities: below 0 and above 1 it has no least value.",
                OfBinary(probe.Data.Classes?.Count));
        }

        double missed = y.Average(one => Square(one - Math.Clamp(one, low, high)));
        string reach = Range(low, high);
        return missed <= NearNothing * Moments.Of(y).PopulationVariance
            ? check.Passed($"Targets are {range}, and outputs can be {reach}.")
            : check.Failed(
                $"Targets are {range} and outputs can be {reach} only: {outside} of {Counted.Of(y.Length, "target")} cannot be reached.",
                new("output_cannot_reach_targets", FaultStage.LossAndOutput,
                    "leave net.output out, or scale the targets into its range"));
    }

    /// <summary>From where to where the untrained net answers, where that is not from 0 to 1; null where its answers may be probabilities.
    /// (Shares of classes that are not 1 together are divided by their sum in the loss.)</summary>
    private static string? NoProbabilities(StartProbe probe)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor o = probe.Outputs(probe.Rows.X);
        double low = o.min().ToDouble(), high = o.max().ToDouble();
        return low >= 0 && high <= 1 ? null : $"{NumberText.Brief(low)} to {NumberText.Brief(high)}";
    }

    private static string Bounded(OutputActivation output)
    {
        (double low, double high) = Ends(output);
        return $"The loss takes logits, which may be any number, and outputs behind {FieldKind.Word(output)} are {Range(low, high)} only.";
    }

    private static Fault OfBounded(OutputActivation output) => output is OutputActivation.Softmax or OutputActivation.Sigmoid
        ? new("loss_and_output_do_not_fit", FaultStage.LossAndOutput,
            "apply softmax or sigmoid once: leave net.output out, or set loss.applied_to to probabilities")
        : new("output_cannot_reach_targets", FaultStage.LossAndOutput, "leave net.output out");

    private static Fault OfBinary(int? classes) => classes is { } count
        ? new("outputs_and_classes_differ", FaultStage.LossAndOutput, $"set net.outputs to {count}, or leave it out")
        : new("loss_and_target_differ", FaultStage.LossAndOutput, "set loss.kind to squared or absolute: the target is a number");

    private static (double Low, double High) Ends(OutputActivation output) => output switch
    {
        OutputActivation.Softmax or OutputActivation.Sigmoid => (0, 1),
        OutputActivation.Tanh => (-1, 1),
        OutputActivation.Relu => (0, double.PositiveInfinity),
        OutputActivation.None => (double.NegativeInfinity, double.PositiveInfinity),
    };

    private static double Square(double x) => x * x;

    private static string Range(double low, double high) => double.IsInfinity(low) ? "any number"
        : double.IsInfinity(high) ? $"{NumberText.Brief(low)} and above"
        : $"{NumberText.Brief(low)} to {NumberText.Brief(high)}";
}
