namespace MlMaths.Torch.Doctor;

/// <summary>Whether the loss compares what it should: by what it answers, not by how it is written.</summary>
internal static class LossChecks
{
    private const double Tolerance = 1e-6, NearNothing = 0.01, Off = 1e-3;

    public static CheckResult Shapes(StartProbe probe)
    {
        Check check = new("shapes", "Outputs and targets have the same shape");
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor o = probe.Outputs(probe.Rows.X), y = probe.Rows.y;
        string outputs = Shape(o), targets = Shape(y);
        if (y.dtype == torch.ScalarType.Int64)
            return check.Passed($"Outputs {outputs}, one for each class, and one class number a row {targets}.");
        return outputs == targets
            ? check.Passed($"Both are {outputs}.")
            : check.Failed(
                $"Outputs are {outputs} and targets {targets}: the loss spreads one over the other without a word, and compares "
                + $"outputs with targets of other rows or columns.",
                new("targets_broadcast", FaultStage.LossAndOutput, "give the targets the shape of the outputs, for instance [n, 1]"));
    }

    public static CheckResult RowsApart(StartProbe probe)
    {
        Check check = new("rows_apart", "A row's loss depends on that row alone");
        int other = Array.FindIndex(probe.Labels, label => label != probe.Labels[0]);
        if (other < 0) return check.NotRun("All rows that were looked at have the same target.");
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor X = probe.Rows.X.clone(), before = probe.Outputs(X);
        X[other] += 1;
        double[] moved = StartProbe.Numbers((probe.Outputs(X) - before).abs().sum([1L]));
        int touched = Array.FindIndex(moved, change => change > Tolerance * (1 + moved[other]) && change != moved[other]);
        // L(o + δ, y) − L(o, y), with the target of another row as it is and changed: the same where rows are apart.
        Tensor o = before.to(torch.ScalarType.Float64), up = o.clone();
        up[0] += 0.1;
        Tensor y = Doubled(probe.Rows.y), changed = y.clone();
        changed[other] = y[0];
        SpecLoss loss = probe.Fresh.Loss;
        double asItIs = (loss.Of(up, y) - loss.Of(o, y)).ToDouble();
        double withOther = (loss.Of(up, changed) - loss.Of(o, changed)).ToDouble();
        bool isMixed = Math.Abs(asItIs - withOther) > Tolerance * Math.Max(Math.Abs(asItIs), Math.Abs(withOther));
        Fault fault = new("rows_mixed", FaultStage.LossAndOutput, "compare each output with the target of its own row")
        {
            IsSymptom = true,
        };
        return touched >= 0 ? check.Failed($"Another row's features changed the output of row {touched}.", fault)
            : isMixed ? check.Failed("What a row's output costs changed with the target of another row.", fault)
            : check.Passed("Neither another row's features nor its target change what a row costs.");
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
                "apply the loss to logits (loss.applied_to logits), or end the net in softmax or sigmoid (net.output)"));
        }

        if (loss.Kind == LossKind.CrossEntropy || (loss.Kind == LossKind.Binary && loss.AppliedTo == AppliedTo.Logits))
            return check.Passed("The targets are classes, and the loss takes them as such.");
        (double low, double high) = output switch
        {
            OutputActivation.Softmax or OutputActivation.Sigmoid => (0, 1),
            OutputActivation.Tanh => (-1, 1),
            OutputActivation.Relu => (0, double.PositiveInfinity),
            _ => loss.Kind == LossKind.Binary ? (0, 1) : (double.NegativeInfinity, double.PositiveInfinity),
        };
        double[] y = probe.Data.Form == TargetForm.OneHot ? [0, 1] : probe.Data.TrainingLabels;
        int outside = y.Count(one => one < low || one > high);
        double mean = y.Average(), spread = y.Average(one => (one - mean) * (one - mean));
        double missed = y.Average(one => Square(one - Math.Clamp(one, low, high)));
        string range = $"{NumberText.Brief(y.Min())} to {NumberText.Brief(y.Max())}";
        string reach = double.IsInfinity(low) ? "any number" : double.IsInfinity(high) ? $"{NumberText.Brief(low)} and above"
            : $"{NumberText.Brief(low)} to {NumberText.Brief(high)}";
        return missed <= NearNothing * spread
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

        string sizes = $"Perfect answers cost {NumberText.Brief(perfect)}, outputs before any activation of 0 "
            + $"{NumberText.Brief(nothing)}";
        return perfect <= NearNothing * Math.Max(nothing, wrong)
            ? check.Passed($"{sizes}, those of other rows {NumberText.Brief(wrong)}.")
            : check.Failed($"{sizes}: the loss cannot fall below that, however well the net learns.", fault);

        double Cost(Tensor outputs) => loss.Of(probe.Fresh.Net.Activated(outputs), probe.Rows.y).ToDouble();
    }

    /// <summary>From where to where the untrained net answers, where that is not from 0 to 1, or shares of classes that are not 1
    /// together; null where its answers are probabilities.</summary>
    private static string? NoProbabilities(StartProbe probe)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor o = probe.Outputs(probe.Rows.X);
        double low = o.min().ToDouble(), high = o.max().ToDouble();
        double off = probe.Fresh.Loss.Kind == LossKind.CrossEntropy ? (o.sum([1L]) - 1).abs().max().ToDouble() : 0;
        return low >= 0 && high <= 1 && off <= Off ? null
            : $"{NumberText.Brief(low)} to {NumberText.Brief(high)}{(off > Off ? ", and those of a row do not add up to 1" : "")}";
    }

    private static double Square(double x) => x * x;

    private static Tensor Doubled(Tensor y) => y.dtype == torch.ScalarType.Int64 ? y : y.to(torch.ScalarType.Float64);

    private static string Shape(Tensor t) => $"[{string.Join(", ", t.shape.Select((size, axis) => axis == 0 ? "n" : $"{size}"))}]";
}
