using MlMaths.Torch.Probability;

namespace MlMaths.Torch.Doctor;

/// <summary>Whether the loss compares what it should: by what it answers, not by how it is written.</summary>
internal static class LossChecks
{
    private const double NearNothing = 0.01;

    public static CheckResult Shapes(StartProbe probe)
    {
        Check check = new("shapes", "Outputs and targets have the same shape");
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor o = probe.Outputs(probe.Rows.X), y = probe.Rows.y;
        string fix = probe.Data.Classes is null && probe.Data.Outputs > 1
            ? "leave net.outputs out: one number a row needs one output"
            : "give the targets the shape of the outputs, for instance [n, 1]";
        string outputs = Shape(o), targets = Shape(y);
        if (y.dtype == torch.ScalarType.Int64)
            return check.Passed($"Outputs {outputs}, one for each class, and one class number a row {targets}.");
        return outputs == targets
            ? check.Passed($"Both are {outputs}.")
            : check.Failed(
                $"Outputs are {outputs} and targets {targets}: the loss spreads one over the other without a word, and compares "
                + $"outputs with targets of other rows or columns.",
                new("targets_broadcast", FaultStage.LossAndOutput, fix));
    }

    public static CheckResult RowsApart(StartProbe probe)
    {
        Check check = new("rows_apart", "A row's loss depends on that row alone");
        int other = Array.FindIndex(probe.Labels, label => label != probe.Labels[0]);
        if (other < 0) return check.NotRun("All rows that were looked at have the same target.");
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = probe.Rows.X.clone(), o = probe.Outputs(X);
        X[other] += 1;
        int touched = RowMixing.Touched(o, probe.Outputs(X), other);
        int unit = probe.Data.Classes is not null && probe.Data.Outputs > 1 ? (int)probe.Labels[0] : 0;
        Fault fault = new("rows_mixed", FaultStage.LossAndOutput, "compare each output with the target of its own row")
        {
            IsSymptom = true,
        };
        if (touched >= 0)
        {
            return check.Failed(
                $"Other features in training row {probe.Places[other]} change the output of training row {probe.Places[touched]} "
                + "(counted from 0).", fault);
        }

        return RowMixing.CostsMix(probe.Fresh.Loss.Of, o, probe.Rows.y, unit, other) switch
        {
            null => check.Undecided("The loss of the untrained net is no finite number."),
            true => check.Failed(
                $"What the output of training row {probe.Places[0]} costs depends on the target of training row {probe.Places[other]} "
                + "(counted from 0).", fault),
            false => check.Passed("Neither another row's features nor its target change what a row costs."),
        };
    }

    public static CheckResult Reach(StartProbe probe)
    {
        Check check = new("targets_in_reach", "The outputs can be what the targets are");
        OutputActivation output = probe.Spec.Net.Output;
        SpecLoss loss = probe.Fresh.Loss;
        if (output == OutputActivation.Softmax && probe.Data.Outputs == 1)
        {
            return check.Failed("Softmax over a single output is 1, whatever the net computes.", new(
                "output_cannot_reach_targets", FaultStage.LossAndOutput,
                probe.Data.Classes is null ? "leave net.output out" : "end in sigmoid, or in one output for each class"));
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
        string range = $"{NumberText.Brief(y.Min())} to {NumberText.Brief(y.Max())}";
        if (loss.Kind == LossKind.Binary && outside > 0)
        {
            return check.Failed(
                $"Targets are {range}, and a binary loss takes them for probabilities: below 0 and above 1 it has no least value.",
                OfBinary(probe.Data.Classes?.Count));
        }

        double missed = y.Average(one => Square(one - Math.Clamp(one, low, high)));
        string reach = double.IsInfinity(low) ? "any number" : double.IsInfinity(high) ? $"{NumberText.Brief(low)} and above"
            : $"{NumberText.Brief(low)} to {NumberText.Brief(high)}";
        return missed <= NearNothing * Moments.Of(y).PopulationVariance
            ? check.Passed($"Targets are {range}, and outputs can be {reach}.")
            : check.Failed(
                $"Targets are {range} and outputs can be {reach} only: {outside} of {Counted.Of(y.Length, "target")} cannot be reached.",
                new("output_cannot_reach_targets", FaultStage.LossAndOutput,
                    "leave net.output out, or scale the targets into its range"));
    }

    public static CheckResult Floor(StartProbe probe)
    {
        Check check = new("loss_floor", "Perfect answers cost nothing");
        using DisposeScope scope = torch.NewDisposeScope();
        SpecLoss loss = probe.Fresh.Loss;
        Tensor z = PerfectAnswers.Of(probe);
        double perfect = Cost(z), nothing = Cost(torch.zeros_like(z)), wrong = Cost(PerfectAnswers.OfOtherRows(probe, z));
        Fault fault = new("loss_and_output_do_not_fit", FaultStage.LossAndOutput,
            "apply softmax or sigmoid once: in the net, or in a loss that takes logits")
        { IsSymptom = true };
        if (perfect == wrong && wrong == nothing)
        {
            return check.Failed(
                $"The loss is {NumberText.Brief(perfect)} for perfect answers, for wrong ones and for none: nothing can be learnt "
                + $"from it.",
                new("loss_is_constant", FaultStage.LossAndOutput, "use one output for each class, or a binary loss for one output"));
        }

        string sizes = $"Perfect answers cost {NumberText.Brief(perfect)}, all-zero outputs of the last layer {NumberText.Brief(nothing)}";
        if (!double.IsFinite(perfect + nothing + wrong)) return check.Undecided($"{sizes}, the answers of other rows {NumberText.Brief(wrong)}.");
        return perfect <= NearNothing * Math.Max(nothing, wrong)
            ? check.Passed($"{sizes}, the answers of other rows {NumberText.Brief(wrong)}.")
            : check.Failed($"{sizes}: the loss cannot fall below that, however well the net learns.", fault);

        double Cost(Tensor outputs) => loss.Of(probe.Fresh.Net.Activated(outputs), probe.Rows.y).ToDouble();
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
        string ends = double.IsInfinity(high) ? $"{NumberText.Brief(low)} and above" : $"{NumberText.Brief(low)} to {NumberText.Brief(high)}";
        return $"The loss takes logits, which may be any number, and outputs behind {FieldKind.Word(output)} are {ends} only.";
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

    private static string Shape(Tensor t) => $"[{string.Join(", ", t.shape.Select((size, axis) => axis == 0 ? "n" : $"{size}"))}]";
}
