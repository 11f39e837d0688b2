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
                new("loss_is_constant", FaultStage.LossAndOutput, "use one output for each class, or a binary loss for one output")
                {
                    IsSymptom = true,
                });
        }

        string sizes = $"Perfect answers cost {NumberText.Brief(perfect)}, all-zero outputs of the last layer {NumberText.Brief(nothing)}";
        string all = $"{sizes}, the answers of other rows {NumberText.Brief(wrong)}.";
        if (!double.IsFinite(perfect + nothing + wrong)) return check.Undecided(all);
        return perfect <= NearNothing * Math.Max(nothing, wrong)
            ? check.Passed(all)
            : check.Failed($"{sizes}: the loss cannot fall below that, however well the net learns.", fault);

        double Cost(Tensor outputs) => loss.Of(probe.Fresh.Net.Activated(outputs), probe.Rows.y).ToDouble();
    }

    private static string Shape(Tensor t) => $"[{string.Join(", ", t.shape.Select((size, axis) => axis == 0 ? "n" : $"{size}"))}]";
}
