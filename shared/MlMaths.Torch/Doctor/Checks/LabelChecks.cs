using MlMaths.Torch.Data;
using MlMaths.Torch.LinearAlgebra;

namespace MlMaths.Torch.Doctor;

/// <summary>Whether labels are what they were, and belong to their rows.</summary>
internal static class LabelChecks
{
    private const int Shuffles = 199, ShufflesOfOthers = 999, MostRows = 400, FewestRows = 30, FarthestShift = 3, Named = 3;
    private const double Related = 0.02, Most = 0.5, Few = 0.05;

    private static Fault Misaligned { get; } = new(
        "labels_misaligned", FaultStage.Labels, "check that rows and labels are sorted, shuffled and filtered together");

    private static Fault Changed { get; } = new("labels_changed", FaultStage.Labels, "give the loss the labels that the table has");

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
            HashSet<string> without = [.. missing];
            int ofThem = probe.Data.Rows.Labels.Count(without.Contains);
            if (!areNumbers && ofThem <= Few * probe.Data.Rows.Rows)
            {
                return check.Undecided(
                    $"{which} Of all {Counted.Rows(probe.Data.Rows.Rows)} of the table {NumberText.Count(ofThem)} are of such a class, "
                    + "and no more than these are lost.");
            }

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

    /// <summary>
    /// What the loss is given beside what the table has, row by row. The same values in another order are labels that lost their rows.
    /// Other values may be noise that somebody meant to have, or corrections: only where they are most of the labels, there is nothing
    /// to learn.
    /// </summary>
    public static CheckResult AreKept(StartProbe probe)
    {
        Check check = new("labels_kept", "The loss is given the labels that the table has for these rows");
        SpecData data = probe.Data;
        if (data.HasFewerTargets) return check.NotRun("The targets of the training are fewer than those of the table.");
        int n = data.TrainingLabels.Length, others = data.OtherThanInTheTable;
        string result = $"{NumberText.Count(others)} of {Counted.Of(n, "training row")} have another label than in the table";
        if (others == 0) return check.Passed($"All {Counted.Of(n, "training row")} have the label of the table.");
        if (data.HasTargetsOfTheTable)
        {
            return check.Failed($"{result}, and all labels together are those of the table: they are in another order than their rows.",
                Misaligned);
        }

        return others > Most * n ? check.Failed($"{result}: most of what is learnt is wrong.", Changed) : check.Passed($"{result}.");
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
        double[] ofTable = data.SoundLabelsAt(places);
        if (!TargetUnit.AreSame(labels, ofTable))
        {
            yield return (
                "those that the table has for these rows", data.HasTargetsOfTheTable ? Misaligned : Changed,
                data.TargetUnit.Scaled(ofTable));
        }

        foreach (int shift in Enumerable.Range(-FarthestShift, 2 * FarthestShift + 1).Where(shift => shift != 0))
        {
            string where = $"{Counted.Rows(Math.Abs(shift))} {(shift < 0 ? "earlier" : "later")}";
            yield return ($"those {where} in the table", Misaligned, data.ShiftedLabelsAt(places, shift));
        }

        yield return ("the labels in the opposite order", Misaligned, data.LabelsFromTheEnd(places));
    }
}
