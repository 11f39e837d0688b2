using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Doctor;

/// <summary>Whether labels are what they were, and belong to their rows.</summary>
internal static class LabelChecks
{
    private const int Shuffles = 199, ShufflesOfOthers = 999, MostRows = 400, FewestRows = 30, FarthestShift = 3, Named = 3;
    private const double Related = 0.02;

    public static CheckResult Classes(StartProbe probe)
    {
        Check check = new("classes", "Every class has an output, and rows to learn it from");
        if (probe.Data.Classes is not { } classes) return check.NotRun("The target is a number (data.target_kind).");
        if (probe.Data.HasFewerTargets)
        {
            int seen = probe.Data.TrainingLabels.Distinct().Count();
            return check.Failed($"The table has {classes.Count} classes, and the targets of the training {seen}.",
                new("labels_collapsed", FaultStage.Labels, "look at the labels that the loss is given: keep them whole, and undivided"));
        }

        bool areNumbers = probe.Spec.Data.TargetKind is null && probe.Data.Rows.TargetNumbers is not null;
        string[] missing = [.. classes.Where((_, number) => !probe.Data.TrainingLabels.Contains(number))];
        if (missing.Length > 0)
        {
            string which = $"{Counted.Of(missing.Length, "class has", "classes have")} no training row: {Quoted.List(missing, Named)}.";
            return areNumbers
                ? check.Failed($"The target holds numbers, and was taken for {classes.Count} classes. {which}", new(
                    "number_taken_for_classes", FaultStage.Labels,
                    "set data.target_kind to number where the target is a number to predict, to classes where it is none"))
                : check.Failed(which, new(
                    "class_without_rows", FaultStage.Labels,
                    "leave out classes that have too few rows, or set data.target_kind to number where the target is one"));
        }

        int outputs = probe.Data.Outputs;
        bool isEnough = outputs >= classes.Count || (outputs == 1 && classes.Count == 2 && probe.Fresh.Loss.Kind != LossKind.CrossEntropy);
        string kind = areNumbers ? " They are written as numbers: data.target_kind says which they are." : "";
        return isEnough
            ? check.Passed($"{Counted.Of(outputs, "output")} for {classes.Count} classes, all of them among the training rows.{kind}")
            : check.Failed($"{Counted.Of(outputs, "output")} for {classes.Count} classes.{kind}",
                new("outputs_and_classes_differ", FaultStage.LossAndOutput, $"set net.outputs to {classes.Count}, or leave it out"));
    }

    public static CheckResult Belong(StartProbe probe)
    {
        Check check = new("labels_belong", "Labels have to do with the features of their rows");
        int[] places = RowSample.Even(probe.Data.Training.Rows, MostRows);
        double[] labels = probe.Data.LabelsAt(places);
        if (labels.Length < FewestRows) return check.NotRun($"{Counted.Rows(labels.Length)} are too few to tell.");
        if (labels.Distinct().Count() == 1) return check.NotRun("All rows have the same target.");
        using DisposeScope scope = torch.NewDisposeScope();
        LabelRelation relation = new(PreparedRows.Pick(probe.Data.Training.X, places), probe.Data.Classes is not null, probe.Seed);
        double p = relation.PValue(labels, Shuffles);
        if (p <= Related)
        {
            return check.Passed("A straight line or the nearest neighbour predicts the labels better than nearly all of "
                + $"{Shuffles} shuffles of them (p = {NumberText.Brief(p)}).");
        }

        string none = $"A straight line and the nearest neighbour predict the labels of {Counted.Rows(labels.Length)} no better than "
            + $"shuffled labels (p = {NumberText.Brief(p)})";
        (string Words, Fault Fault, double[] Labels)[] others = [.. OtherLabels(probe.Data, places, labels)];
        foreach ((string words, Fault fault, double[] other) in others)
        {
            // As many chances of luck as there are other labels to try.
            double ofOther = Math.Min(1, others.Length * relation.PValue(other, ShufflesOfOthers));
            if (ofOther > Related) continue;
            return check.Failed($"{none}, but {words} they predict better than shuffled ones (p = {NumberText.Brief(ofOther)}).", fault);
        }

        return check.Undecided(
            $"{none}, and so it is with the labels of rows nearby and in the opposite order: there are too few rows, or the features tell "
            + "too little of the target.");
    }

    /// <summary>The labels as the table has them, where the training is given others; those of rows a little earlier or later; and from the
    /// end.</summary>
    private static IEnumerable<(string Words, Fault Fault, double[] Labels)> OtherLabels(SpecData data, int[] places, double[] labels)
    {
        Fault misaligned = new(
            "labels_misaligned", FaultStage.Labels, "check that rows and labels are sorted, shuffled and filtered together");
        Fault changed = new("labels_changed", FaultStage.Labels, "give the loss the labels that the table has");
        double[] ofTable = data.SoundLabelsAt(places);
        if (!TargetUnit.AreSame(labels, ofTable))
        {
            yield return (
                "those that the table has for these rows", data.HasTargetsOfTheTable ? misaligned : changed,
                data.TargetUnit.Scaled(ofTable));
        }

        foreach (int shift in Enumerable.Range(-FarthestShift, 2 * FarthestShift + 1).Where(shift => shift != 0))
        {
            string where = $"{Counted.Rows(Math.Abs(shift))} {(shift < 0 ? "earlier" : "later")}";
            yield return ($"those {where} in the table", misaligned, data.ShiftedLabelsAt(places, shift));
        }

        yield return ("the labels in the opposite order", misaligned, data.LabelsFromTheEnd(places));
    }
}
